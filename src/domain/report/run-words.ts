import { wordSet } from "../text/word-set.ts";

/** Programs whose name is no English word; each of them can start a command in a sentence. */
export const PROGRAMS = wordSet(`
  npm npx pnpm pnpx yarn bun bunx deno node tsx ts-node vite ng vue expo http-server
  python python2 python3 py pip pip3 pipx pipenv poetry uv uvx conda hatch uvicorn gunicorn flask
  streamlit jupyter django-admin ruby bundle rails rake php composer cargo java javac mvn gradle
  dotnet cmake docker docker-compose podman kubectl git cd mkdir cp mv xdg-open curl wget apt
  apt-get bash sh zsh pwsh powershell psql sqlite3 mysql createdb firebase vercel netlify wrangler
  xcodebuild flutter dart rscript Rscript julia perl lua iex cabal sbt chmod unzip quarto hugo astro ollama
  ngrok caddy xcrun pytest claude codex
`);

/** Programs whose name is a word too: a command only where code stands. */
export const WORD_PROGRAMS = wordSet(`
  open start explorer code cat source serve make just task next go gem swift mix stack brew export
  set stripe
`);

/** Word programs that take a file, an address or nothing; export and set take variables. */
export const OPENERS = wordSet("open start explorer xdg-open code cat source cp mv chmod unzip");

/** Programs that run the file that comes first. */
export const INTERPRETERS = wordSet(`
  python python2 python3 py node tsx ts-node ruby php perl lua julia rscript bash sh zsh java javac
  dart streamlit pwsh powershell
`);

/** Word programs whose first word is one of their own: "go run", but not "go and see". */
export const TOOLS = wordSet("go gem swift mix stack brew stripe git");

/** Parts of a program that print or keep words. */
export const SILENT: ReadonlySet<string> = wordSet(
  "git:commit git:tag git:branch git:log git:notes git:stash git:config git:push git:add docker:tag",
);

/** Words that programs know, and packages that many install. None of them tells a result. */
export const KNOWN = wordSet(`
  install i ci run start dev build test serve server up down stop restart exec compose create init
  preview watch migrate seed setup sync add update upgrade clone pull checkout main master develop
  logs listen artisan ps pod pods runserver createsuperuser collectstatic shell console db package deps bootstrap
  development production staging local web api app client frontend backend docs clean reset notebook
  lab pwsh format generate get apply delete deploy publish render export import tool venv pip python
  node npm env activate spring-boot bootRun phx.server ecto.setup assets expo vite next
  streamlit pandas numpy openpyxl flask django fastapi uvicorn requests matplotlib jinja2 plotly
  sqlalchemy xlsxwriter tabulate rich typer click pytest scikit-learn scipy beautifulsoup4 bs4 lxml
  pillow httpx pydantic python-dotenv gunicorn express react react-dom vue svelte typescript
  tailwindcss chart.js papaparse xlsx csv-parse dotenv axios prisma sqlite3 better-sqlite3
  socket.io http-server concurrently nodemon ffmpeg imagemagick postgresql redis
`);

/** Flags that hold a word which would tell a result elsewhere. */
export const KNOWN_FLAGS =
  /^-(?:jar|it|rf)$|^--(?:no-(?:open|cache|install|browser|reload|input|sandbox|deps|build|dev|color|debug|interaction|root|audit|fund)|allow-all|allow-(?:read|write|net|env|run)|if-present|frozen-lockfile|immutable)$/;

/** Endings of files that a person opens. */
export const PAGES = "html?|pdf|app|dmg|apk|svg|png";
/** Endings of files that run. */
export const SCRIPTS = "sh|bat|cmd|command|ps1|exe|py|js|mjs|ts|rb|php|jar";
/** Endings of files that programs are written in. */
export const CODE = "css|go|jl|jsx|kt|log|lua|mts|pl|r|rs|svelte|swift|toml|tsx|vue";
/** Endings of files that a result reads or writes. */
export const DATA = "csv|tsv|xlsx?|xlsm|ods|numbers|docx|pptx|ipynb|json|txt|md|sql|zip|env|ya?ml";
