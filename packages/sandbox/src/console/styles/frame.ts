/** Top bar, clock and the columns. */
export const FRAME = `
.top { display: flex; flex-wrap: wrap; align-items: center; min-height: 48px; padding: 8px 16px; gap: 6px 4px; background: var(--surface); border-bottom: 1px solid var(--line); }
.brand { display: flex; align-items: center; gap: 9px; font-weight: 600; font-size: 14px; margin-inline-end: 20px; letter-spacing: -.01em; white-space: nowrap; }
.brand span { color: var(--muted); font-weight: 400; }
.logo { width: 24px; height: 24px; flex: none; }
.tabs { display: flex; gap: 4px; }
.tab { height: 30px; padding: 0 11px; border-radius: 6px; color: var(--muted); font-weight: 500; display: inline-flex; gap: 7px; align-items: center; white-space: nowrap; }
.tab:hover { color: var(--text); }
.tab[aria-current] { background: var(--sunken); color: var(--text); }
.top-right { margin-inline-start: auto; display: flex; align-items: center; gap: 8px; }
.address { display: inline-flex; align-items: center; gap: 8px; color: var(--muted); margin-inline-end: 8px; }
.address::before { content: ''; width: 7px; height: 7px; border-radius: 50%; background: var(--good-dot); }
[data-state='lost'] .address::before { background: var(--bad-dot); }

.clock { display: grid; grid-template-columns: 246px auto minmax(0, 1fr) auto; align-items: center; min-height: 84px; background: var(--surface); border-bottom: 1px solid var(--line); }
.now { padding-inline-start: 16px; font-size: 12.5px; color: var(--muted); }
.face { color: var(--text); }
.face b { font: 500 25px/1.1 var(--mono); letter-spacing: -.035em; }
.face small { font-size: 15px; color: var(--faint); }
.now em { font-style: normal; color: var(--honey-ink); }
.moves { display: flex; flex-wrap: wrap; gap: 8px; padding-inline-end: 28px; }
.ribbon { height: 100%; border-inline: 1px solid var(--line); overflow: hidden; background: linear-gradient(var(--line-2), var(--line-2)) 0 53px / 100% 1px no-repeat; }
.ribbon ol { display: flex; gap: 12px; padding: 16px 14px 0; min-width: max-content; }
.ribbon li { position: relative; min-height: 52px; flex: 1; }
.ribbon li::before { content: ''; position: absolute; inset-inline-start: 11px; top: 22px; width: 1px; height: 20px; background: var(--line-2); }
.ribbon .is-now { flex: none; width: 30px; }
.ribbon .is-now::before { inset-inline-start: 0; top: 0; width: 2px; height: 41px; background: var(--honey-fill); }
.ribbon .is-now .tick { color: var(--honey-ink); inset-inline-start: 0; }
.ribbon .dim::before { display: none; }
.tick { position: absolute; top: 45px; inset-inline-start: 6px; font: 11px/1 var(--mono); color: var(--faint); white-space: nowrap; }
.due { display: flex; gap: 6px; align-items: center; height: 24px; padding: 0 8px 0 5px; font-size: 12px; background: var(--raised); border-radius: 5px; box-shadow: inset 0 0 0 1px var(--line-2); white-space: nowrap; position: relative; }
.due:hover { box-shadow: inset 0 0 0 1px var(--edge); }
.due .i { color: var(--muted); width: 13px; height: 13px; }
.skew { padding: 0 16px 0 20px; display: flex; gap: 12px; align-items: center; font-size: 12.5px; color: var(--muted); white-space: nowrap; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr) 348px; align-items: start; background: linear-gradient(var(--surface), var(--surface)) 100% 0 / 348px 100% no-repeat; }
.columns.has-side { grid-template-columns: 220px minmax(0, 1fr) 348px; }
.side { padding: 12px 8px; display: grid; gap: 20px; align-content: start; min-width: 0; }
.main { padding: 12px 16px 20px; display: grid; gap: 18px; align-content: start; min-width: 0; border-inline: 1px solid var(--line); min-height: calc(100vh - 133px); }
.columns:not(.has-side) .main { border-inline-start: 0; }
.over { display: flex; align-items: center; min-height: 28px; padding: 0 8px; font-weight: 600; font-size: 12.5px; }
.pad { padding: 4px 8px; }
.companies { display: grid; max-height: 340px; overflow: auto; }
.company { display: grid; grid-template-columns: 1fr auto; padding: 6px 8px; border-radius: 6px; }
.company b { font-weight: 500; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.company small { color: var(--muted); font-size: 12px; grid-row: 2; }
.company em { font-style: normal; color: var(--muted); font-size: 12px; }
.company[aria-current] { background: var(--sel); }
.company:hover:not([aria-current]) { background: var(--sunken); }
.company .flagged { color: var(--need); display: inline-flex; gap: 3px; align-items: center; }
.entry { padding: 2px 0 4px 8px; display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 0 8px; font-size: 12px; }
.entry small { color: var(--muted); grid-column: 1 / -1; margin-top: -5px; }
.entry span + small { margin-top: 0; }

@media (max-width: 1240px) {
  .clock { grid-template-columns: auto auto 1fr; padding-block: 10px; row-gap: 10px; }
  .now { padding-inline-end: 20px; }
  .ribbon { grid-column: 1 / -1; grid-row: 2; border: 0; border-top: 1px solid var(--line); height: 84px; margin-bottom: -10px; }
  .skew { justify-self: end; }
  .columns, .columns.has-side { grid-template-columns: 220px minmax(0, 1fr); background: none; }
  .columns:not(.has-side) { grid-template-columns: minmax(0, 1fr); }
  .main { border-inline-end: 0; min-height: 0; }
  .feed { grid-column: 1 / -1; border-top: 1px solid var(--line); }
}
@media (max-width: 760px) {
  .address { display: none; }
  .clock { grid-template-columns: 1fr; }
  .moves, .skew { padding-inline: 16px; justify-self: start; }
  .ribbon { grid-row: auto; margin-bottom: 0; border-bottom: 1px solid var(--line); }
  .brand { margin-inline-end: auto; }
  .tabs { order: 1; width: 100%; }
  .side > :nth-child(2) { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .side > :nth-child(2) > h2 { grid-column: 1 / -1; }
  .ribbon ol { min-width: 0; height: 100%; overflow-x: auto; }
  .columns, .columns.has-side, .columns:not(.has-side) { grid-template-columns: minmax(0, 1fr); }
  .main { padding-inline: 8px; border-inline: 0; }
  .companies { max-height: 200px; }
  .menu-groups > div { grid-template-columns: 1fr; }
  .menu-groups p { grid-template-columns: 1fr; }
  .menu-groups p > *, .menu-groups p > button:nth-child(5), .own { grid-column: auto !important; }
}
`
