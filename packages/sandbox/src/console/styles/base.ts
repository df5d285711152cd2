/** Typefaces, colors and reset. Every color names its light and its dark. */
export const BASE = `
@font-face { font-family: Geist; src: url(/assets/geist.woff2) format('woff2'); font-weight: 100 900; font-display: swap; }
@font-face { font-family: 'Geist Mono'; src: url(/assets/geist-mono.woff2) format('woff2'); font-weight: 100 900; font-display: swap; }
:root {
  color-scheme: light dark;
  --bg: light-dark(#f5f4f0, #151412);
  --surface: light-dark(#fdfcfb, #1b1a18);
  --raised: light-dark(#fff, #232220);
  --sunken: light-dark(#efede8, #100f0e);
  --line: light-dark(#e2dfda, #2f2d2a);
  --line-2: light-dark(#cfcbc4, #45423d);
  --edge: light-dark(#8b8780, #82807b);
  --text: light-dark(#22201c, #f1f0ed);
  --muted: light-dark(#5f5c55, #afaca7);
  --faint: light-dark(#68645c, #a09c94);
  --honey: light-dark(#b97a0a, #f0b54a);
  --honey-fill: #f0b54a;
  --honey-soft: light-dark(#fdf3dc, #2d2412);
  --honey-ink: light-dark(#6b4a08, #f3cd86);
  --good: light-dark(#165f38, #98ddb0);
  --good-dot: light-dark(#2f9e63, #53bd82);
  --good-soft: light-dark(#e8f9ed, #1c3224);
  --wait: light-dark(#205282, #a3cffe);
  --wait-soft: light-dark(#ecf5fe, #1e2e3f);
  --need: light-dark(#8a4b07, #f8bd8a);
  --need-soft: light-dark(#fff1e5, #3a2818);
  --prov: light-dark(#613f75, #dfb9f8);
  --prov-soft: light-dark(#f8f0ff, #33273a);
  --off: light-dark(#55524c, #bdbab5);
  --off-soft: light-dark(#f1efeb, #2f2e2a);
  --bad: light-dark(#a12d20, #ff9e90);
  --bad-dot: light-dark(#d2503f, #ee6a58);
  --bad-soft: light-dark(#fdefec, #3a1d18);
  --ink: light-dark(#22201c, #f1f0ed);
  --ink-text: light-dark(#fdfcfb, #1b1a18);
  --sel: light-dark(#efe9dc, #2b2820);
  --focus: light-dark(#0383ad, #5bc7ea);
  --shadow: 0 0 0 1px light-dark(rgb(36 33 28 / .1), rgb(255 255 255 / .12)), 0 16px 40px -8px light-dark(rgb(36 33 28 / .3), rgb(0 0 0 / .7));
  --mono: 'Geist Mono', ui-monospace, monospace;
}
[data-theme='light'] { color-scheme: light; }
[data-theme='dark'] { color-scheme: dark; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--bg); color: var(--text); font: 13px/1.4 Geist, system-ui, sans-serif; -webkit-font-smoothing: antialiased; }
button, input, select { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
button { background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
h1, h2, h3, p, ul, ol, pre { margin: 0; padding: 0; font: inherit; }
ul, ol { list-style: none; }
a { color: inherit; text-decoration: none; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
small { font-size: inherit; }
code { font-family: var(--mono); font-size: 12px; overflow-wrap: anywhere; }
[hidden], :popover-open[hidden] { display: none !important; }
:is(a, button, input, select, pre, [tabindex]):focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.i { width: 14px; height: 14px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; vertical-align: -2.5px; overflow: visible; }
.mono { font-family: var(--mono); font-size: 12px; letter-spacing: -.02em; }
.num { font-variant-numeric: tabular-nums; }
.dim { color: var(--muted); }
.cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[data-g='healthy'] { --tone: var(--good); --tone-soft: var(--good-soft); }
[data-g='waiting'] { --tone: var(--wait); --tone-soft: var(--wait-soft); }
[data-g='needs-you'] { --tone: var(--need); --tone-soft: var(--need-soft); }
[data-g='provider'] { --tone: var(--prov); --tone-soft: var(--prov-soft); }
[data-g='inactive'], [data-g='unknown'] { --tone: var(--off); --tone-soft: var(--off-soft); }
`
