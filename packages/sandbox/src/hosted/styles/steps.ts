/** What belongs to single steps. */
export const STEPS = `
.search { position: relative; margin-top: 20px; }
.search > .icon { position: absolute; inset-inline-start: 14px; top: 15px; width: 17px; height: 17px; color: var(--muted); }
.search .input { height: 48px; padding-inline-start: 42px; appearance: none; }
.search-go { position: absolute; inset-inline-end: 6px; top: 6px; height: 36px; padding: 0 12px; border-radius: 6px; font-weight: 500; color: var(--petrol); background: #fff; }
[data-script] .search-go { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.utilities { display: grid; grid-template-columns: 1fr 1fr; gap: 1px; border: 1px solid var(--line); border-radius: 10px; background: var(--line); overflow: hidden; }
.utilities[data-searching] { grid-template-columns: 1fr; }
.utilities li { background: #fff; display: grid; min-width: 0; }
.utilities button { display: flex; align-items: center; gap: 12px; padding: 11px 14px; min-width: 0; }
.utilities button:hover { background: var(--sunken); }
.utilities button:focus-visible { outline-offset: -3px; border-radius: 9px; }
.utilities button > span:not(.mark) { min-width: 0; }
.utilities b { display: block; line-height: 1.3; }
.utilities small { display: block; font-size: 12.5px; line-height: 1.35; color: var(--muted); }
.utilities:not([data-searching]) .host { display: none; }
.utilities mark { background: none; color: inherit; box-shadow: inset 0 -7px #d3eae5; }
.utilities button > .icon { margin-inline-start: auto; color: var(--faint); }
.utilities .mark-blank .icon { margin: 0; }
.not-listed { grid-column: 1 / -1; }

.configure { display: grid; grid-template-columns: minmax(0, 1fr) minmax(216px, 37%); gap: 26px; margin-top: 20px; align-items: start; }
.sites legend { float: inline-start; margin-inline-end: 12px; }
.sites-tools { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 10px; align-items: baseline; margin-bottom: 1px; font-size: 13px; color: var(--muted); font-variant-numeric: tabular-nums; }
.sites-tools .as-link { min-width: 34px; text-align: end; }
.sites ul { clear: both; border: 1px solid var(--line); border-radius: 10px; overflow: hidden auto; max-height: 338px; }
.sites[data-invalid] ul { border-color: var(--bad); }
.sites .error { clear: both; margin: 0 0 8px; }
.sites li + li { border-top: 1px solid var(--line); }
.sites label { display: flex; align-items: center; gap: 11px; min-height: 48px; padding: 6px 12px; cursor: pointer; }
.sites label:hover { background: var(--sunken); }
.sites label span { min-width: 0; overflow-wrap: anywhere; }
.sites b { display: block; font-weight: 500; line-height: 1.25; }
.sites small { display: block; font-size: 12.5px; line-height: 1.3; color: var(--muted); }
.sites input { appearance: none; flex: none; width: 18px; height: 18px; border: 1.5px solid var(--line-strong); border-radius: 5px; background: #fff; cursor: pointer; }
.sites input:checked { border-color: var(--petrol); background: var(--petrol) var(--tick) center / 15px no-repeat; }
.decisions { display: grid; gap: 18px; }
.types { display: flex; flex-wrap: wrap; gap: 8px; }
.type { position: relative; display: inline-flex; }
.type input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
.type span { display: inline-flex; align-items: center; gap: 7px; min-height: 34px; padding: 0 12px; border: 1px solid var(--line-strong); border-radius: 8px; font-weight: 500; font-size: 13.5px; }
.type span::before { content: ''; width: 14px; height: 14px; border: 1.5px solid var(--line-strong); border-radius: 4px; }
.type input:checked + span { border-color: var(--petrol); box-shadow: inset 0 0 0 .5px var(--petrol); background: var(--petrol-soft); color: var(--petrol); }
.type input:checked + span::before { border-color: var(--petrol); background: var(--petrol) var(--tick) center / 12px no-repeat; }
.type input:focus-visible + span { outline: 2.5px solid var(--focus); outline-offset: 1px; }
.decisions .input { font-size: 14px; }

.todo { counter-reset: todo; margin-top: 24px; display: grid; gap: 18px; }
.todo li { counter-increment: todo; position: relative; padding-inline-start: 38px; }
.todo li::before { content: counter(todo); position: absolute; inset-inline-start: 0; top: -1px; display: grid; place-items: center; width: 24px; height: 24px; border-radius: 50%; border: 1px solid var(--petrol-line); background: var(--petrol-soft); color: var(--petrol); font-size: 12.5px; font-weight: 600; }
.todo span { display: block; margin-top: 2px; color: var(--muted); text-wrap: pretty; }
.todo .address { display: inline-block; margin-top: 4px; padding: 6px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--sunken); color: var(--ink); user-select: all; }

.glyph { display: grid; place-items: center; width: 44px; height: 44px; margin-bottom: 18px; border-radius: 12px; border: 1px solid var(--line); background: var(--sunken); color: var(--muted); }
.glyph .icon { width: 22px; height: 22px; stroke-width: 1.35; }
.glyph-good { background: var(--petrol-soft); border-color: var(--petrol-line); color: var(--petrol); }
.glyph + h1 + .sub, .end .sub { font-size: 15px; margin-top: 8px; }
.path { display: grid; grid-template-columns: repeat(3, 1fr); margin-top: 28px; }
.path li { position: relative; padding: 26px 14px 0 0; font-size: 13px; line-height: 1.4; color: var(--muted); }
.path li::before { content: ''; position: absolute; top: 7px; inset-inline: 0; height: 2px; background: var(--line); }
.path li::after { content: ''; position: absolute; top: 0; inset-inline-start: 0; width: 16px; height: 16px; border-radius: 50%; border: 2px solid #b6c1be; background: #fff; }
.path li:last-child::before { background: linear-gradient(90deg, var(--line), transparent); }
.path b { display: block; font-size: 14px; color: var(--ink); }
.path li > span { text-wrap: pretty; }
.path [data-done]::before { background: linear-gradient(90deg, var(--petrol) 60%, var(--line)); }
.path [data-done]::after { border: 0; background: var(--petrol) var(--tick) center / 13px no-repeat; }
.facts { margin-top: 28px; border-top: 1px solid var(--line); }
.facts div { display: grid; grid-template-columns: 150px minmax(0, 1fr); gap: 8px; padding: 10px 0; border-bottom: 1px solid var(--line); }
.facts dt { color: var(--muted); }
.facts dd { font-weight: 500; overflow-wrap: anywhere; }

.end { display: grid; align-content: center; justify-items: start; }
.whats-next { width: 100%; max-width: 560px; margin-top: 22px; padding: 14px 16px; border: 1px solid var(--line); border-radius: 10px; display: grid; gap: 3px; }
.whats-next h2 { font: inherit; font-weight: 600; }
.whats-next p { color: var(--muted); text-wrap: pretty; }

@media (max-width: 680px) {
  .utilities { grid-template-columns: 1fr; }
  .configure { grid-template-columns: minmax(0, 1fr); }
  .sites ul { max-height: none; }
}
@media (max-width: 460px) {
  .path { grid-template-columns: 1fr; }
  .path li { padding: 0 0 18px 28px; }
  .path li::before, .path li:last-child::before { inset: 8px auto -8px 7px; width: 2px; height: auto; background: var(--line); }
  .path li:last-child::before { content: none; }
  .path [data-done]::before { background: var(--petrol); }
  .facts div { grid-template-columns: 1fr; gap: 0; }
}
@media (forced-colors: active) {
  .sites input, .type span::before, .path [data-done]::after { forced-color-adjust: none; }
  .path li::after { border-color: CanvasText; }
}
`
