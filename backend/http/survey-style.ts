/** The one style of the survey page: light and dark as the reader's system has it, from 320 px on, no font from elsewhere. */
export const surveyStyle = `
:root { color-scheme: light dark; --ground: #f5f5f5; --card: #ffffff; --text: #242424; --soft: #5c5c5c; --line: #8a8a8a;
  --brand: #0f548c; --on-brand: #ffffff; --hover: #ebf3fc; --bad: #b10e1c; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #141414; --card: #1f1f1f; --text: #ffffff; --soft: #c7c7c7; --line: #8f8f8f;
    --brand: #62abf5; --on-brand: #0b1a29; --hover: #0c3b5e; --bad: #ff9a9f; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: start center; padding: 24px 16px; background: var(--ground);
  color: var(--text); font: 16px/1.5 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere; }
main { width: 100%; max-width: 520px; padding: 24px; border-radius: 8px; background: var(--card);
  box-shadow: 0 1px 4px rgb(0 0 0 / 20%); }
h1 { margin: 0 0 4px; font-size: 20px; line-height: 28px; }
p { margin: 0 0 16px; }
.soft { color: var(--soft); }
.bad { color: var(--bad); font-weight: 600; }
fieldset { margin: 0 0 16px; padding: 0; border: 0; }
legend { margin-bottom: 8px; padding: 0; font-weight: 600; }
.choice { display: flex; gap: 12px; align-items: center; min-height: 44px; padding: 8px 12px; margin-bottom: 8px;
  border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
.choice:hover, .choice:has(:checked) { background: var(--hover); }
.choice:has(:checked) { border-color: var(--brand); outline: 1px solid var(--brand); }
.choice input { width: 20px; height: 20px; margin: 0; accent-color: var(--brand); }
label.comment { display: block; margin-bottom: 4px; font-weight: 600; }
textarea { width: 100%; min-height: 96px; margin: 8px 0 16px; padding: 8px; border: 1px solid var(--line); border-radius: 4px;
  background: var(--card); color: inherit; font: inherit; }
button { min-height: 44px; padding: 8px 24px; border: 1px solid transparent; border-radius: 4px; background: var(--brand);
  color: var(--on-brand); font: inherit; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.choice:focus-within { outline: 3px solid var(--brand); outline-offset: 2px; }
@media (forced-colors: active) { .choice:has(:checked) { border: 3px solid Highlight; } main { border: 1px solid; } }
`;
