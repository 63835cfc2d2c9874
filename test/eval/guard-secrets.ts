import { type Dice, type Sample, sentences } from "./guard-text.ts";

/**
 * Forms of tokens as their makers document them, or as the public rules of gitleaks and secretlint
 * describe them. Filled at run time, so that none of them is in the repository.
 */
const tokens: Record<string, readonly string[]> = {
  GitHub: ["ghp_{A36}", "gho_{A36}", "ghs_{A36}", "ghu_{A36}", "github_pat_{A22}_{A59}"],
  GitLab: [
    "glpat-{w20}",
    "glrt-{w20}",
    "gldt-{w20}",
    "glptt-{h40}",
    "glft-{w20}",
    "glcbt-ab_{w20}",
  ],
  Slack: [
    "xoxb-{d11}-{d12}-{A24}",
    "xoxp-{d11}-{d11}-{d12}-{h32}",
    "xoxe.xoxp-1-{A160}",
    "xoxe-1-{A146}",
    "xapp-1-{U11}-{d13}-{h64}",
    "https://hooks.slack.com/services/T{U10}/B{U10}/{A24}",
    "https://hooks.slack.com/workflows/T{U10}/A{U10}/{d18}/{A24}",
  ],
  Teams: [
    "https://acme.webhook.office.com/webhookb2/{u}@{u}/IncomingWebhook/{h32}/{u}",
    "https://prod-07.westeurope.logic.azure.com:443/workflows/{h32}/triggers/manual/paths/invoke?api-version=2016-06-01&sig={w43}",
  ],
  Discord: ["https://discord.com/api/webhooks/{d19}/{w68}", "M{A23}.{w6}.{w38}"],
  Atlassian: ["ATATT3xFf{w180}={H8}", "ATCTT3xFf{w180}={H8}", "ATBB{A28}{H8}"],
  Trello: ["ATTA{h64}"],
  Notion: ["ntn_{d11}{A35}", "secret_{A43}"],
  Figma: ["figd_{w40}", "figo_{w40}"],
  Linear: ["lin_api_{A40}", "lin_oauth_{h64}"],
  Airtable: ["pat{A14}.{h64}"],
  Asana: ["1/{d16}:{h32}", "2/{d16}/{d16}:{h32}"],
  ClickUp: ["pk_{d8}_{U32}"],
  OpenAI: ["sk-proj-{w74}T3BlbkFJ{w74}", "sk-svcacct-{w74}T3BlbkFJ{w74}", "sk-{A20}T3BlbkFJ{A20}"],
  Anthropic: ["sk-ant-api03-{w93}AA", "sk-ant-admin01-{w93}AA"],
  "other models": [
    "hf_{L34}",
    "gsk_{A52}",
    "pplx-{A48}",
    "xai-{A80}",
    "nvapi-{w64}",
    "r8_{A37}",
    "sk-or-v1-{h64}",
    "pcsk_{A5}_{A63}",
    "tvly-{A32}",
  ],
  AWS: ["AKIA{U16}", "ASIA{U16}", "ABSK{b108}="],
  Google: ["AIza{w35}", "GOCSPX-{w28}", "ya29.{w120}"],
  Azure: [
    "{A3}8Q~{w34}",
    "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey={b86}==",
    "Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={b43}=",
    "https://acme.blob.core.windows.net/c/f.csv?sv=2024-11-04&sr=b&sp=r&sig={b43}%3D",
    "{b76}+ASt{b6}==",
    "{A52}JQQJ99{A26}",
  ],
  Stripe: ["sk_live_{A24}", "rk_live_{A24}", "sk_test_{A99}", "whsec_{A32}"],
  Square: ["sq0atp-{w22}", "sq0csp-{w43}", "EAAA{w60}"],
  "other payments": ["rzp_live_{A14}", "access-production-{u}", "shippo_live_{h40}", "EZAK{A54}"],
  Shopify: ["shpat_{h32}", "shpca_{h32}", "shppa_{h32}", "shpss_{h32}"],
  Twilio: ["SK{h32}", "AC{h32}"],
  SendGrid: ["SG.{w22}.{w43}"],
  "other mail": ["key-{h32}", "{h32}-us12", "xkeysib-{h64}-{A16}", "re_{A8}_{A24}"],
  Telegram: ["{d10}:AA{w33}"],
  HubSpot: ["pat-na1-{u}", "pat-eu1-{u}"],
  Supabase: ["sbp_{h40}", "sb_secret_{w31}"],
  Databricks: ["dapi{h32}", "dapi{h32}-2"],
  DigitalOcean: ["dop_v1_{h64}", "doo_v1_{h64}"],
  "other clouds": ["v1.0-{h24}-{h146}", "LTAI{A20}", "HRKU-AA{w58}", "fo1_{w43}", "nfp_{A36}"],
  Vault: ["hvs.{w95}", "hvb.{w140}", "dp.pt.{A43}", "pscale_tkn_{w43}", "pscale_pw_{w43}"],
  Packages: ["npm_{A36}", "pypi-AgEIcHlwaS5vcmc{w80}", "rubygems_{h48}", "dckr_pat_{w27}"],
  Monitoring: [
    "glsa_{A32}_{H8}",
    "glc_{b60}=",
    "sntrys_eyJpYXQiO{b60}_{b43}",
    "sntryu_{h64}",
    "NRAK-{U27}",
    "dt0c01.{U24}.{U64}",
    "phx_{A43}",
    "sgp_{h40}",
  ],
  "other tools": [
    "PMAK-{h24}-{h34}",
    "tfp_{w44}_{A14}",
    "API-{U26}",
    "pul-{h40}",
    "{A14}.atlasv1.{w64}",
    "AKCp{A69}",
    "CFPAT-{w43}",
    "rdme_{a70}",
    "duffel_live_{w43}",
    "fio-u-{w64}",
    "{A6}_{A29}_mmk",
    "sk.eyJ{A60}.{A22}",
  ],
  "1Password": ["A3-{U6}-{U11}-{U5}-{U5}-{U5}", "ops_eyJ{b260}"],
  JWT: ["eyJ{A33}.eyJ{A80}.{w43}"],
  "private key": ["-----BEGIN RSA PRIVATE KEY-----\n{b64}", "-----BEGIN OPENSSH PRIVATE KEY-----"],
};

const loginForms: Record<string, readonly string[]> = {
  "session cookie": [
    "Cookie: session={h32}",
    "Set-Cookie: connect.sid=s%3A{w32}.{w43}; Path=/",
    "JSESSIONID={H32}",
    "PHPSESSID={a26}",
    "_gitlab_session={h32}",
    "auth_token={h40}",
  ],
  "curl -u": [
    "curl -u admin:{A10} https://acme.com/api",
    "curl -s --user 'api:{A8}!{A3}' https://acme.com",
    'curl -X POST -u "j.smith:{A12}" https://acme.com',
  ],
  "database address": [
    "postgres://admin:{A12}@db.acme.com:5432/orders",
    "mysql://root:{A6}!{A4}@10.0.0.4/shop",
    "mongodb+srv://app:{A16}@cluster0.ab1cd.mongodb.net",
    "redis://:{A20}@cache.acme.com:6379",
    "amqps://svc:{A14}@mq.acme.com/vh",
    "Server=db.acme.com;User Id=sa;Password={A8}!9;",
  ],
  header: [
    "Authorization: Bearer {w40}",
    "Authorization: Token {h40}",
    "X-Api-Key: {a32}",
    "apikey: {u}",
  ],
};

/** Makes tokens with a fixed prefix in bare text, and what lets someone log in. */
export function makeTokens(dice: Dice, each: number): Sample[] {
  const groups = [
    ["token", tokens],
    ["login", loginForms],
  ] as const;
  return groups.flatMap(([source, kinds]) =>
    Object.entries(kinds).flatMap(([kind, forms]) =>
      forms.flatMap((form) =>
        Array.from({ length: each }, () => ({
          source,
          kind,
          text: dice.pick(sentences).replace("{}", () => dice.fill(form)),
          isSecret: true,
        })),
      ),
    ),
  );
}
