/** The one style of the readable page. Colours follow the reader's light or dark setting. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: #242424; --soft: #616161; --line: #e0e0e0; --ground: #ffffff; --panel: #fafafa;
  --brand: #4f52b2; --code: #f0f0f0; --shadow: 0 1px 2px rgba(0,0,0,.08); }
@media (prefers-color-scheme: dark) { :root { --ink: #f5f5f5; --soft: #adadad; --line: #3d3d3d; --ground: #1f1f1f;
  --panel: #292929; --brand: #9299f7; --code: #333333; --shadow: none; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 60px; }
body { margin: 0; color: var(--ink); background: var(--ground); display: grid; grid-template-columns: 248px minmax(0,1fr);
  font: 14px/20px "Segoe UI", "Open Sans", system-ui, sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 20px 16px; border-right: 1px solid var(--line);
  background: var(--panel); }
nav strong { display: block; font-size: 16px; line-height: 22px; margin-bottom: 12px; }
nav h2 { font-size: 12px; line-height: 16px; color: var(--soft); margin: 16px 0 4px; font-weight: 600; }
nav a { display: block; padding: 3px 8px; margin: 0 -8px; border-radius: 4px; color: inherit; text-decoration: none;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav a:hover { background: var(--code); }
main { padding: 24px 32px 80px; max-width: 1040px; }
h1 { font-size: 24px; line-height: 32px; margin: 0 0 8px; font-weight: 600; }
main > h2 { font-size: 20px; line-height: 28px; margin: 40px 0 12px; font-weight: 600; }
h4 { font-size: 12px; line-height: 16px; margin: 16px 0 6px; color: var(--soft); font-weight: 600; }
p { margin: 0 0 8px; max-width: 72ch; } a { color: var(--brand); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
code { font: 12px/18px ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
td:first-child code { overflow-wrap: normal; }
td code, p code { background: var(--code); padding: 1px 4px; border-radius: 4px; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 8px; background: var(--ground); box-shadow: var(--shadow); }
summary { display: flex; gap: 12px; align-items: baseline; padding: 10px 14px; cursor: pointer; list-style: none; flex-wrap: wrap; }
summary::-webkit-details-marker { display: none; }
summary .what { color: var(--soft); margin-left: auto; }
.method { font: 600 11px/18px ui-monospace, Consolas, monospace; min-width: 58px; text-align: center; border-radius: 4px;
  border: 1px solid var(--line); background: var(--panel); }
.inside { padding: 4px 14px 14px; border-top: 1px solid var(--line); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 12px; line-height: 18px; }
th { text-align: left; color: var(--soft); font-weight: 600; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
.soft { color: var(--soft); }
@media (max-width: 760px) { body { display: block; } nav { position: static; height: auto; border-right: 0;
  border-bottom: 1px solid var(--line); } main { padding: 20px 16px 60px; } summary .what { margin-left: 0; width: 100%; } }
`;
