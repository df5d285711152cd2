/** Tables, one delivery in full, faults and the feed. */
export const PANELS = `
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; min-width: 0; overflow: hidden; }
.panel > header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; min-height: 42px; padding: 6px 8px 6px 14px; border-bottom: 1px solid var(--line); }
.panel > header h2 { font-size: 13.5px; font-weight: 600; letter-spacing: -.005em; }
.right { margin-inline-start: auto; display: flex; gap: 6px; align-items: center; }
thead th { text-align: start; font-weight: 400; font-size: 12px; color: var(--muted); height: 28px; padding: 0 8px; border-bottom: 1px solid var(--line); white-space: nowrap; }
:is(tbody th, td) { height: 36px; padding: 0 8px; font-weight: 400; text-align: start; border-bottom: 1px solid var(--line); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
tbody tr:last-child > * { border-bottom: 0; }
:is(th, td):first-child { padding-inline-start: 14px; }
tbody tr:hover { background: var(--raised); }
tr.is-chosen, tr.is-chosen:hover { background: var(--sel); }
:is(td, th).end { text-align: end; }
td:has(.switch) { overflow: visible; }
.name { font-weight: 500; }
.id { font: 12px var(--mono); color: var(--faint); margin-inline-start: 3px; }
.status-column { width: 216px; }
.badge-column { width: 104px; }
.short-column { width: 58px; }
.hook-column { width: 128px; }
.copy-column { width: 48px; }
.id-column { width: 58px; }
.acts .btn { vertical-align: middle; }
.page-column { width: 90px; }
.ends-column { width: 70px; }
.acts-column { width: 232px; }
.checking { display: flex; align-items: center; gap: 5px; padding-bottom: 4px; font-size: 12px; color: var(--wait); }
.checking .i { width: 12px; height: 12px; }
.event-column { width: 94px; }
.type-column { width: 112px; }
.tries-column { width: 116px; }
.result-column { width: 78px; }
.ago-column { width: 58px; }
.on-column { width: 56px; }
.kind-column { width: 206px; }
.much-column { width: 140px; }
.when-column { width: 104px; }
.hits-column { width: 60px; }
.more, .nothing { padding: 9px 14px; color: var(--muted); }
.more { border-top: 1px solid var(--line); }
.more a { text-decoration: underline; text-underline-offset: 3px; }
.life { display: grid; gap: 3px; font-size: 12px; line-height: 15px; }
.life progress { appearance: none; width: 100%; height: 3px; border: 0; border-radius: 2px; overflow: hidden; background: var(--line); display: block; }
.life progress::-webkit-progress-bar { background: var(--line); }
.life progress::-webkit-progress-value { background: var(--edge); border-radius: 2px; }
.life progress::-moz-progress-bar { background: var(--edge); }
.life .is-short::-webkit-progress-value { background: var(--need); }
.life .is-short::-moz-progress-bar { background: var(--need); }

.split { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 440px); }
.split > :first-child { border-inline-end: 1px solid var(--line); }
.split tbody th a { text-decoration: underline; text-decoration-color: var(--line-2); text-underline-offset: 3px; }
.split tbody th a::after { content: ''; position: absolute; inset: 0; }
.split tbody tr { position: relative; }
.tries { display: inline-flex; gap: 3px; vertical-align: middle; }
.tries i { width: 9px; height: 13px; border-radius: 2px; box-shadow: inset 0 0 0 1px var(--line-2); display: grid; place-items: center; }
.tries .ok { background: var(--good-dot); box-shadow: none; }
.tries .no { background: repeating-linear-gradient(135deg, var(--bad-dot) 0 3px, var(--surface) 3px 4.5px); box-shadow: inset 0 0 0 1px var(--bad-dot); }
.tries .next { box-shadow: inset 0 0 0 1.5px var(--honey); }
.detail { padding: 14px 16px 16px; display: grid; gap: 14px; align-content: start; min-width: 0; }
.detail .segments { justify-self: start; }
.detail h3 { font-size: 13.5px; font-weight: 600; }
.detail h3 + p { font-size: 12px; display: flex; flex-wrap: wrap; align-items: center; gap: 0 4px; }
.detail h3 + p .mono { overflow-wrap: anywhere; }
.attempts li { display: grid; grid-template-columns: 14px 70px 44px 1fr; gap: 10px; align-items: center; height: 28px; font-size: 12.5px; position: relative; }
.attempts li::before { content: ''; width: 9px; height: 9px; border-radius: 50%; margin-inline-start: 2px; background: var(--dot); z-index: 1; }
.attempts .good { --dot: var(--good-dot); }
.attempts .bad { --dot: var(--bad-dot); }
.attempts .bad::before { border-radius: 2px; }
.attempts li + li::after { content: ''; position: absolute; inset-inline-start: 6px; top: -9px; height: 18px; width: 1px; background: var(--line-2); }
.json { background: var(--sunken); border-radius: 6px; padding: 10px 12px; font: 12px/1.55 var(--mono); letter-spacing: -.02em; color: var(--muted); max-height: 320px; overflow: auto; }
.kind { display: inline-flex; align-items: center; gap: 7px; font-weight: 500; }
.kind .i { color: var(--muted); }
.is-off td { color: var(--muted); }
.is-off .kind { font-weight: 400; }
.verb { font-weight: 500; color: var(--muted); display: inline-block; width: 38px; }
.faults td:has(.toggle) { overflow: visible; }
.add { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 8px 8px 8px 14px; border-top: 1px solid var(--line); background: var(--bg); }
.add .btn { margin-inline-start: auto; }
.pick { display: inline-flex; align-items: center; gap: 6px; max-width: 100%; min-width: 0; color: var(--muted); }
.pick .field { color: var(--text); min-width: 0; }

.feed { background: var(--surface); min-width: 0; position: sticky; top: 0; height: 100vh; overflow: auto; }
.feed > header { padding: 12px 12px 10px 16px; border-bottom: 1px solid var(--line); display: grid; gap: 8px; }
.feed > header > div { display: flex; align-items: center; gap: 8px; }
.feed h2 { font-weight: 600; font-size: 13.5px; }
.live { display: inline-flex; align-items: center; gap: 7px; font-size: 12px; color: var(--muted); }
.live::before { content: ''; width: 7px; height: 7px; border-radius: 50%; background: var(--good-dot); box-shadow: 0 0 0 3px color-mix(in srgb, var(--good-dot) 25%, transparent); }
[data-state='paused'] .live::before { background: none; box-shadow: inset 0 0 0 2px var(--edge); }
[data-state='lost'] .live { color: var(--bad); }
[data-state='lost'] .live::before { background: var(--bad-dot); box-shadow: none; border-radius: 2px; }
[data-when] { display: none; }
[data-state='live'] [data-when='live'], [data-state='paused'] [data-when='paused'], [data-state='lost'] [data-when='lost'] { display: inline; }
.lanes { display: flex; flex-wrap: wrap; gap: 4px; }
.lanes a { font-size: 12px; line-height: 24px; padding: 0 8px; border-radius: 5px; color: var(--muted); background: var(--sunken); font-weight: 500; }
.lanes a:hover { color: var(--text); }
.lanes a[aria-current] { background: var(--ink); color: var(--ink-text); }
.feed li { display: grid; grid-template-columns: 60px 14px minmax(0, 1fr) auto; gap: 0 9px; padding: 8px 12px 8px 16px; border-bottom: 1px solid var(--line); font-size: 12.5px; line-height: 17px; }
.feed time { font: 12px/17px var(--mono); letter-spacing: -.03em; color: var(--faint); }
.feed li > .i { margin-top: 1.5px; color: var(--muted); }
.feed [data-tone='bad'] > :is(.i, .result) { color: var(--bad); }
.feed [data-tone='good'] > .i { color: var(--good); }
.feed b { font-weight: 500; }
.feed li small { display: block; font-size: 12px; color: var(--muted); }
.feed :is(p, small) { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.feed .is-new { background: linear-gradient(90deg, var(--honey-soft), transparent); }

.reading { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
.reading tbody th { height: 52px; }
.reading tbody th small { display: block; font-size: 12px; overflow: hidden; text-overflow: ellipsis; }
.by-column { width: 84px; }
.envelope { display: grid; grid-template-columns: 44px minmax(0, 1fr); gap: 3px 10px; margin: 0; font-size: 12.5px; }
.envelope dt { color: var(--muted); }
.envelope dd { margin: 0; overflow-wrap: anywhere; }
.letter { width: 100%; height: min(560px, 70vh); border: 1px solid var(--line); border-radius: 6px; background: #fff; }
.text-link { text-decoration: underline; text-decoration-color: var(--line-2); text-underline-offset: 3px; }

@media (min-width: 1421px) {
  .status-column { width: 264px; }
}
@media (max-width: 1420px) {
  .split:not(.reading) { grid-template-columns: minmax(0, 1fr); }
  .split:not(.reading) > :first-child { border-inline-end: 0; border-bottom: 1px solid var(--line); }
}
@media (max-width: 1240px) {
  .feed { position: static; height: auto; }
  .feed li:nth-child(n + 21) { display: none; }
}
@media (max-width: 900px) {
  .split.reading { grid-template-columns: minmax(0, 1fr); }
  .reading > :first-child { border-inline-end: 0; border-bottom: 1px solid var(--line); max-height: 260px; overflow: auto; }
}
@media (max-width: 760px) {
  .wide { display: none; }
  .status-column { width: 196px; }
  .faults .cut { text-overflow: clip; }
  .badge-column { width: 100px; }
  #invitations thead { display: none; }
  #invitations tbody tr { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; padding: 8px 14px; border-bottom: 1px solid var(--line); }
  #invitations :is(tbody th, td) { height: auto; padding: 0; border: 0; min-width: 0; }
  #invitations .acts { width: 100%; text-align: start; }
  #invitations .wide { display: none; }
}
@media (max-width: 560px) {
  :is(#faults, #sign-ins) thead { display: none; }
  :is(#faults, #sign-ins) tbody tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 2px 12px; padding: 8px 14px; border-bottom: 1px solid var(--line); }
  #faults tbody tr { grid-template-columns: 28px minmax(0, 1fr) auto; }
  :is(#faults, #sign-ins) :is(tbody th, td) { height: auto; padding: 0; border: 0; white-space: normal; overflow-wrap: anywhere; }
  #faults td:nth-child(1) { grid-area: 1 / 1 / span 2; }
  #faults td:nth-child(2) { grid-area: 2 / 2 / auto / -1; }
  #faults td:nth-child(3) { grid-area: 1 / 2; }
  #faults td:last-child { grid-area: 1 / 3; }
  #faults td:last-child::before { content: 'Hits '; color: var(--muted); }
  #sign-ins td:nth-child(3) { grid-area: 2 / 1; }
  #sign-ins td:last-child { grid-area: 1 / 2 / span 2; }
}
@media (forced-colors: active) {
  .switch, .btn, .segments, .step, .field, .due { border: 1px solid ButtonText; }
  .tries i, .toggle { forced-color-adjust: none; }
}
`
