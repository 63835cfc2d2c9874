/**
 * Headings and labels of notes that belong to no question. What stands below them finds no place,
 * even inside a section that was understood.
 */
export const otherNames: readonly string[] = [
  ...["action items", "agenda", "analytics", "api", "appendix", "approvers", "architecture"],
  ...["assignee", "assumptions", "attachments", "attendees", "author", "authors", "absent"],
  ...["before you start", "blocked by", "blocks", "budget", "business case", "cc", "change log"],
  ...["changelog", "chat", "comments", "competition", "competitors", "component", "components"],
  ...["contacts", "cost", "costs", "created", "date", "dependencies", "design", "designs"],
  ...["discussion", "document history", "due", "due date", "effort", "environment", "epic", "eng"],
  ...["estimate", "estimates", "estimation", "faq", "flag", "feature flag", "fyi"],
  ...["glossary", "history", "implementation", "implementation notes", "labels", "launch plan"],
  ...["links", "localization", "market", "milestones", "misc", "mockups", "mood", "naming"],
  ...["next meeting", "next step", "next steps", "note to self", "open issues", "open points"],
  ...["open question", "open questions", "owner", "owners", "parking lot", "people", "persona"],
  ...["personas", "phase", "phases", "plan", "planning", "pm", "points", "present", "priority"],
  ...["prio", "project", "ps", "q", "question", "questions", "references", "relates to"],
  ...["related", "release", "reporter", "resources", "reviewers", "revision history", "risk"],
  ...["risks", "roadmap", "rollout", "rollout plan", "schedule", "see also", "sent", "severity"],
  ...["size", "sizing", "sponsor", "sprint", "squad", "stakeholders", "status", "story points"],
  ...["tags", "target release", "target users", "team", "teams", "technical notes", "timeline"],
  ...["tech notes", "to", "todo", "todos", "to do", "type", "unsorted", "updated", "users", "who"],
  ...["additional context", "alternatives", "alternatives considered", "approvals", "next sync"],
  ...[
    "describe alternatives you've considered",
    "rollback plan",
    "rollback steps",
    "open qs",
    "qs",
    "key",
  ],
  ...["epic link", "how we got here", "last edited", "last updated"],
  ...["about", "activity", "agreed", "any other business", "anything else", "aob", "apologies"],
  ...[
    "accepted by",
    "approved by",
    "approval",
    "checklist",
    "code of conduct",
    "communication",
    "comms",
    "decision log",
  ],
  ...["decisions", "figma", "go to market", "gtm", "instrumentation", "launch", "marketing"],
  ...["method", "methodology", "minutes", "mitigation", "monitoring", "next", "participants"],
  ...["pricing", "prototype", "sample", "sign off", "support", "thanks", "tracking", "training"],
  ...["votes", "what we did", "who we met", "wireframes", "wireframe", "mocks", "work log"],
  ...["comment", "how often does it happen"],
  ...["current approach", "current solution", "current solutions", "existing solution"],
  ...["existing solutions", "other solutions", "alternative solutions", "workaround"],
  ...[
    "workarounds",
    "current workaround",
    "current workarounds",
    "target audience",
    "target group",
  ],
  ...["target market", "target customers", "success stories", "known issues", "known problems"],
  ...["existing features", "current features", "competitor features", "other features"],
  ...["don't", "exit criteria", "goals of this meeting", "ideas", "issues", "observation"],
  ...["release notes", "solutions", "sprint goal", "technical approach", "technical solution"],
  ...["customer quote", "executive quote", "leader quote", "spokesperson quote"],
  ...[
    "why now",
    "why us",
    "why this one",
    "why first",
    "why we",
    "why this quarter",
    "why this summer",
  ],
  ...["why are we best suited to pursue this", "market window", "competitive landscape"],
  ...["version", "versions", "watchers", "reviewer", "dri", "designer", "engineers"],
];

/** Labels that name the title of notes. */
export const titleNames: readonly string[] = [
  ...[
    "title",
    "name",
    "feature",
    "feature name",
    "feature request",
    "working title",
    "subject",
    "re",
  ],
  ...[
    "project name",
    "product name",
    "product",
    "feature title",
    "initiative",
    "request title",
    "story title",
    "idea name",
    "proposed title",
    "issue title",
  ],
];

/** Headings above a text that often starts with how things are today. */
export const introNames: readonly string[] = ["description", "issue description"];

/** Headings above a text that may be about anything, so that only its own words say what. */
export const summaryNames: readonly string[] = [
  ...["abstract", "at a glance", "in a sentence", "in brief", "in short", "introduction", "intro"],
  ...[
    "overview",
    "short version",
    "short summary",
    "summary",
    "executive summary",
    "tl dr",
    "tldr",
  ],
  ...["where we are", "where are we"],
];
