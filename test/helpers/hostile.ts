/**
 * Everything a terminal could act on or hide: controls, separators, lone surrogates, formats but
 * the two joiners.
 */
export const ACTS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e00ff}]|[\ud800-\udfff]/u;

/**
 * Texts that would do something to a terminal, or hide something in it, each by what it would do.
 */
export const hostile: Record<string, string> = {
  ...{
    "OSC 52 clipboard": "\u001b]52;c;ZXZpbA==\u0007",
    "OSC 52, ST": "\u001b]52;c;ZXZpbA==\u001b\\",
  },
  ...{
    "OSC 8 link": "\u001b]8;;https://evil.example\u0007ok\u001b]8;;\u0007",
    "OSC 8, 8-bit": "\u009d8;;https://evil\u009cok",
  },
  ...{
    "OSC 0 title": "\u001b]0;title\u0007",
    "OSC 2 title": "\u001b]2;title\u001b\\",
    "OSC 9 notice": "\u001b]9;hi\u0007",
  },
  ...{
    "OSC 777": "\u001b]777;notify;a;b\u0007",
    "OSC 1337": "\u001b]1337;File=:AA==\u0007",
    "OSC 4 palette": "\u001b]4;0;red\u0007",
  },
  ...{
    "OSC 10 query": "\u001b]10;?\u0007",
    "unended OSC": "\u001b]0;title",
    "unended CSI": "\u001b[31",
  },
  ...{
    colour: "\u001b[31mred\u001b[0m",
    "true colour": "\u001b[38;2;1;2;3m",
    "hidden text": "\u001b[8msecret\u001b[0m",
  },
  ...{
    "cursor up": "\u001b[2A",
    "cursor home": "\u001b[H",
    "cursor column": "\u001b[1G",
    "save and restore": "\u001b7\u001b8",
  },
  ...{
    "clear screen": "\u001b[2J",
    "clear line": "\u001b[2K",
    "clear scrollback": "\u001b[3J",
    "full reset": "\u001bc",
  },
  ...{
    "other screen": "\u001b[?1049h",
    "hide cursor": "\u001b[?25l",
    mouse: "\u001b[?1000h",
    "paste mode": "\u001b[?2004h",
  },
  ...{
    "device report": "\u001b[6n",
    "device attributes": "\u001b[c",
    "window report": "\u001b[21t",
    "soft reset": "\u001b[!p",
  },
  ...{
    "8-bit CSI": "\u009b31m",
    "8-bit DCS": "\u0090q\u009c",
    "8-bit APC": "\u009fx\u009c",
    "next line": "a\u0085b",
  },
  ...{
    DCS: "\u001bP$q\u001b\\",
    APC: "\u001b_G\u001b\\",
    PM: "\u001b^x\u001b\\",
    SOS: "\u001bXx\u001b\\",
    charset: "\u001b(0",
  },
  ...{
    NUL: "a\u0000b",
    BEL: "\u0007",
    backspace: "good\b\b\b\bevil",
    "vertical tab": "a\u000bb",
    "form feed": "a\fb",
    DEL: "a\u007fb",
  },
  ...{
    "overwriting with CR": "rm -rf\recho ok",
    "shift out": "\u000e\u000f",
    XOFF: "\u0013",
    CAN: "\u001b[3\u00181m",
  },
  ...{
    "bidi override": "\u202egnp.exe\u202c",
    "bidi isolate": "\u2066x\u2069",
    "bidi marks": "\u200ea\u200fb\u061cc",
  },
  ...{
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "zero width space": "a\u200bb",
    "soft hyphen": "a\u00adb",
  },
  ...{
    "word joiner": "a\u2060b",
    "byte order mark": "\ufeffa",
    annotation: "a\ufff9b\ufffac\ufffb",
    "invisible times": "a\u2062b",
  },
  ...{
    "language tags": "\u{e0001}\u{e0065}\u{e006e}",
    "an unassigned tag": "a\u{e0002}b",
    "Korean filler": "a\u3164b",
  },
  ...{ "half a pair, high": "a\ud83db", "half a pair, low": "a\ude00b" },
};
