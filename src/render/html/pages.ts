// One file to load for all pages, so that no command loads any of it before one is wanted.
export { readHtmlText } from "./html.ts";
export { renderProgressHtml } from "./progress-page.ts";
export { renderProjectHtml } from "./project.ts";
export { renderStepHtml } from "./step-page.ts";
