/** A possible completion of the typed word, with a short description. */
export interface Candidate {
  value: string;
  about: string;
}

/** A shell: its completion script, the line that installs it, and its format for candidates. */
interface Shell {
  script: string;
  install: string;
  renderCandidate: (candidate: Candidate) => string;
}

/** The command that scripts call. It prints candidates for the words after `--`, one per line. */
const CALL = "builder-pm completion";

const BASH = `# Completion of builder-pm for bash. It doesn't need any other package.
_builder_pm() {
  local words=() token= joins= index current cut line
  # Bash splits words at = and :, so this joins the parts again.
  for ((index = 1; index <= COMP_CWORD; index++)); do
    token=\${COMP_WORDS[index]}
    if [[ -n $token && \${#words[@]} -gt 0 && ( -n $joins || $token =~ ^[=:]+$ ) ]]; then
      words[\${#words[@]}-1]+=$token
    else
      words+=("$token")
    fi
    if [[ $token =~ ^[=:]+$ ]]; then joins=1; else joins=; fi
  done
  current=\${words[\${#words[@]}-1]}
  # The text before the last part stays on the line, so it's removed from the candidates.
  if [[ -n $joins ]]; then cut=$current; else cut=\${current%"$token"}; fi
  words[\${#words[@]}-1]=\${current#[\\"\\']}
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == '<file>' ]]; then
      compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$token"))
      return
    fi
    if [[ $line == *= ]]; then compopt -o nospace 2>/dev/null; fi
    COMPREPLY+=("\${line#"$cut"}")
  done < <(${CALL} bash -- "\${words[@]}" 2>/dev/null)
}
complete -F _builder_pm builder-pm
`;

const ZSH = `#compdef builder-pm
# Completion of builder-pm for zsh.
_builder-pm() {
  local line
  local -a lines whole begun
  lines=("\${(@f)$(${CALL} zsh -- "\${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
  if [[ $lines[1] == '<file>' ]]; then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    _files
    return
  fi
  for line in $lines; do
    if [[ \${line%%:*} == *= ]]; then begun+=("$line"); else whole+=("$line"); fi
  done
  (( $#whole )) && _describe -V builder-pm whole
  (( $#begun )) && _describe -V builder-pm begun -S ''
}
if [[ $funcstack[1] == _builder-pm ]]; then
  _builder-pm "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _builder-pm builder-pm
fi
`;

const FISH = `# Completion of builder-pm for fish.
function __builder_pm_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct | string trim --left --chars '"\\'')
    set -l lines (${CALL} fish -- $words "$current" 2>/dev/null)
    if test "$lines" = '<file>'
        set -l lead (string match --regex -- '^--[\\w-]+=' $current; or echo '')
        set lines $lead(__fish_complete_path (string replace -- "$lead" '' $current))
    end
    printf '%s\\n' $lines
end
complete -c builder-pm -f -k -a '(__builder_pm_complete)'
`;

const POWERSHELL = `# Completion of builder-pm for PowerShell.
Register-ArgumentCompleter -Native -CommandName builder-pm -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = $commandAst.CommandElements | Select-Object -Skip 1 | Where-Object {
        $_.Extent.EndOffset -lt $cursorPosition
    }
    $words = @($before | ForEach-Object {
        $isText = $_ -is [System.Management.Automation.Language.StringConstantExpressionAst]
        if ($isText) { $_.Value } else { $_.Extent.Text }
    })
    # PowerShell drops empty arguments, so a space stands for an empty word.
    if ($wordToComplete) { $words += "$wordToComplete" } else { $words += ' ' }
    # Quoted, because PowerShell doesn't pass a bare -- on.
    & ${CALL} powershell '--' @words 2>$null | Where-Object { $_ -ne '<file>' } | ForEach-Object {
        $value, $about = $_ -split "\`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new(
            $value, $value, 'ParameterValue', $about)
    }
}
`;

/** The supported shells, by the name that `completion` takes. */
export const shells = {
  bash: {
    script: BASH,
    install: `echo 'eval "$(${CALL} bash)"' >> ~/.bashrc`,
    renderCandidate: ({ value }) => value,
  },
  zsh: {
    script: ZSH,
    install: `echo 'eval "$(${CALL} zsh)"' >> ~/.zshrc`,
    renderCandidate: ({ value, about }) => `${value.replace(/[\\:]/g, "\\$&")}:${about}`,
  },
  fish: {
    script: FISH,
    install: `${CALL} fish > ~/.config/fish/completions/builder-pm.fish`,
    renderCandidate: ({ value, about }) => `${value}\t${about}`,
  },
  powershell: {
    script: POWERSHELL,
    install: `'${CALL} powershell | Out-String | iex' | Add-Content $PROFILE`,
    renderCandidate: ({ value, about }) => `${value}\t${about}`,
  },
} as const satisfies Record<string, Shell>;

/** The name of a supported shell. */
export type ShellName = keyof typeof shells;

/** The names of all supported shells. */
export const shellNames = Object.keys(shells) as ShellName[];

/** Renders candidates in the format of a shell, one per line. */
export function renderCandidates({
  shell,
  candidates,
}: {
  shell: ShellName;
  candidates: readonly Candidate[];
}): string {
  const { renderCandidate } = shells[shell];
  const lines = candidates.map(({ value, about }) =>
    renderCandidate({ value, about: about.replace(/\s+/g, " ") }),
  );
  return lines.map((line) => `${line}\n`).join("");
}
