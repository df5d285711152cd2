/** Typeface, colors and reset. */
export const BASE = `
@font-face {
  font-family: Figtree;
  src: url(/assets/figtree.woff2) format('woff2');
  font-weight: 300 900;
  font-display: swap;
}
:root {
  --ink: #14211f;
  --muted: #566461;
  --faint: #64706d;
  --line: #e2e7e5;
  --line-strong: #83908c;
  --paper: #fff;
  --side: #f4f7f6;
  --sunken: #f6f9f8;
  --petrol: #0b4a4a;
  --petrol-deep: #073737;
  --petrol-soft: #e6f2f0;
  --petrol-line: #c9e2dd;
  --honey-soft: #fff8e8;
  --honey-line: #ecd9ad;
  --honey-ink: #684708;
  --bad: #97291d;
  --focus: #1287a0;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  color-scheme: light;
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.45 Figtree, system-ui, sans-serif; -webkit-font-smoothing: antialiased; }
h1, h2, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
ul, ol { list-style: none; }
legend { padding: 0; }
button, input { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
button { background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
b { font-weight: 600; }
time { white-space: nowrap; }
small { font-size: inherit; }
code { font-family: var(--mono); font-size: .92em; overflow-wrap: anywhere; }
a { color: var(--petrol); text-underline-offset: 2px; }
[hidden] { display: none !important; }
.icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.mark { width: 32px; height: 32px; flex: none; display: block; }
.mark-blank { display: grid; place-items: center; border-radius: 7px; border: 1.5px dashed #a4b0ac; color: var(--muted); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:is(a, button, input, summary):focus-visible { outline: 2.5px solid var(--focus); outline-offset: 1px; }
h1:focus { outline: none; }
`
