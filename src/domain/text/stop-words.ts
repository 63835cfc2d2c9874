/** Before "by 30 minutes", these make it a difference: "the total is off by 30 minutes". */
const DIFFERENCES = [
  "off|out|down|up|over|under|late|early|short|ahead|behind|wrong|delayed|apart",
  "slower|faster|longer|shorter|later|earlier|higher|lower|more|less|better|worse",
  "differs?|differed|var(?:y|ies)|drifts?|drops?|falls?|fell|rises?|rose|grows?|grew|shrinks?",
  "miss(?:es|ed)?|exceeds?|improves?|improved|reduced?|reduces|cuts?|saves?|slips?|slipped",
].join("|");

/** Before "after 30 minutes", these make it a part of what is built: "it times out". */
const WAITS =
  "out|expires?|finish(?:es)?|ends?|comes?|arrives?|appears?|sent|takes|runs|lasts|goes";

/** What stands before a time after which someone stops: "after 4 hours", "by the third week". */
export const BY = `(?:(?<!\\b(?:${DIFFERENCES}) )by|(?<!\\b(?:${WAITS}) )(?:after|past|beyond)) `;
