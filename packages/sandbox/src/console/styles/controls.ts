/** Buttons, fields, badges and what lies above the page. */
export const CONTROLS = `
.btn { display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 28px; padding: 0 10px; border-radius: 6px; background: var(--raised); box-shadow: inset 0 0 0 1px var(--line-2); font-weight: 500; font-size: 12.5px; white-space: nowrap; }
.btn:hover { box-shadow: inset 0 0 0 1px var(--edge); }
.btn.ink { background: var(--ink); color: var(--ink-text); box-shadow: none; }
.btn.plain { background: none; box-shadow: none; color: var(--muted); }
.btn.plain:hover { color: var(--text); background: var(--sunken); }
.btn.square { width: 28px; padding: 0; }
.btn.small { min-height: 24px; padding: 0 8px; }
.btn.small.square { width: 26px; padding: 0; }
.btn[aria-pressed='true'] { background: var(--ink); color: var(--ink-text); }
.segments { display: inline-flex; border-radius: 6px; box-shadow: inset 0 0 0 1px var(--line-2); background: var(--raised); }
.segments :is(button, a) { height: 28px; padding: 0 10px; font-weight: 500; font-size: 12.5px; display: inline-flex; gap: 6px; align-items: center; white-space: nowrap; }
.segments :is(button, a) + :is(button, a) { border-inline-start: 1px solid var(--line-2); }
.segments > :first-child { border-radius: 6px 0 0 6px; }
.segments > :last-child { border-radius: 0 6px 6px 0; }
.segments :is(button, a):hover { background: var(--sunken); }
.segments :is(button[aria-pressed='true'], a[aria-current]) { background: var(--ink); color: var(--ink-text); }
.step { display: inline-flex; align-items: center; height: 28px; border-radius: 6px; box-shadow: inset 0 0 0 1px var(--line-2); background: var(--raised); color: var(--text); }
.step button { width: 28px; height: 28px; display: grid; place-items: center; color: var(--muted); border-radius: 6px; }
.step button:hover { background: var(--sunken); }
.step .amount { min-width: 58px; text-align: center; font: 12px var(--mono); }
.field { height: 28px; padding: 0 8px; border: 0; border-radius: 6px; background: var(--raised); box-shadow: inset 0 0 0 1px var(--edge); font-size: 12.5px; max-width: 100%; }
.field::placeholder { color: var(--muted); opacity: 1; }
.field[type='number'] { width: 84px; }
.switch { display: flex; align-items: center; gap: 7px; min-height: 26px; padding: 0 6px 0 7px; border-radius: 6px; width: 100%; font: 500 12px var(--mono); letter-spacing: -.03em; background: var(--tone-soft); color: var(--tone); }
.switch:hover { box-shadow: inset 0 0 0 1px var(--tone); }
.switch .i:last-child { margin-inline-start: auto; width: 12px; height: 12px; }
.badge { display: inline-flex; vertical-align: middle; align-items: center; gap: 6px; font: 500 12px var(--mono); letter-spacing: -.03em; color: var(--tone); }
.toggle { position: relative; width: 28px; height: 16px; border-radius: 8px; background: var(--edge); display: block; }
.toggle::before { content: ''; position: absolute; width: 12px; height: 12px; border-radius: 50%; background: light-dark(#fff, #151412); top: 2px; inset-inline-start: 2px; }
.toggle::after { content: ''; position: absolute; inset: -5px; }
.toggle[aria-checked='true'] { background: var(--honey); }
.toggle[aria-checked='true']::before { inset-inline-start: 14px; }
.result { font: 500 12px/17px var(--mono); }
.result.bad { color: var(--bad); }
.result.good { color: var(--good); }
.count { font-size: 11.5px; line-height: 1; padding: 3px 5px; border-radius: 4px; background: var(--bad-soft); color: var(--bad); }
.count.plain { background: var(--sunken); color: var(--muted); }
.count.honey { background: var(--honey-soft); color: var(--honey-ink); }

.menu { position: fixed; inset: auto; margin: 0; padding: 0; border: 0; width: 632px; max-width: calc(100vw - 16px); max-height: calc(100vh - 16px); overflow: auto; background: var(--raised); color: var(--text); border-radius: 9px; box-shadow: var(--shadow); }
.menu-groups { padding: 6px; }
.menu-groups > div { display: grid; grid-template-columns: 84px 1fr; padding: 2px 0; }
.menu-groups > div + div { border-top: 1px solid var(--line); }
.menu-groups b { font-weight: 400; font-size: 12px; color: var(--muted); padding: 4px 8px; line-height: 18px; }
.menu-groups p { display: grid; grid-template-columns: repeat(6, 1fr); }
.menu-groups p > * { grid-column: span 2; }
.menu-groups p > button:nth-child(5) { grid-column: span 4; justify-self: start; }
.menu-groups [data-choice] { display: flex; align-items: center; gap: 7px; min-height: 26px; padding: 0 7px; border-radius: 5px; font: 500 12px var(--mono); letter-spacing: -.03em; white-space: nowrap; }
.menu-groups [data-choice] .i { color: var(--tone); }
.menu-groups [aria-pressed='true'] { background: var(--sunken); }
.menu-groups [data-choice]:is(:hover, :focus-visible) { background: var(--ink); color: var(--ink-text); }
.menu-groups [data-choice]:is(:hover, :focus-visible) .i { color: inherit; }
.own { display: flex; gap: 6px; margin-inline-start: 6px; grid-column: span 4 !important; }
.own .field { flex: 1; min-width: 0; height: 26px; }
.own .btn { min-height: 26px; }
.menu footer { display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: center; padding: 8px 14px; border-top: 1px solid var(--line); font-size: 12.5px; }
.tick-box { display: inline-flex; gap: 7px; align-items: center; min-height: 24px; }
.tick-box input { accent-color: var(--ink); width: 14px; height: 14px; }
.question { width: 420px; max-width: calc(100vw - 32px); padding: 20px; border: 0; border-radius: 10px; background: var(--raised); color: var(--text); box-shadow: var(--shadow); }
.question::backdrop { background: rgb(0 0 0 / .35); }
.question h2 { font-size: 15px; font-weight: 600; margin-bottom: 6px; }
.question p { color: var(--muted); text-wrap: pretty; }
a.btn { text-decoration: none; }
.fields { display: grid; gap: 10px; margin-top: 12px; }
.fields label:not(.tick-box) { display: grid; gap: 4px; font-size: 12.5px; }
.fields .field { height: 32px; width: 100%; }
.scenarios { width: 380px; padding: 6px; inset-block-start: 52px; inset-inline-end: 16px; }
.scenarios button { display: flex; gap: 10px; width: 100%; padding: 7px 9px; border-radius: 6px; }
.scenarios button .i { margin-top: 2px; color: var(--muted); }
.scenarios button:is(:hover, :focus-visible) { background: var(--sunken); }
.scenarios b { font-weight: 500; display: block; }
.scenarios small { color: var(--muted); font-size: 12px; }
.answers { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
.question .answers { margin-top: 16px; }
.notice { position: fixed; inset-block-end: 16px; inset-inline: 16px; margin-inline: auto; width: fit-content; max-width: min(560px, 100% - 32px); padding: 9px 14px; border-radius: 8px; background: var(--ink); color: var(--ink-text); font-weight: 500; box-shadow: var(--shadow); }
.notice:empty { display: none; }
.notice[data-wrong] { background: var(--bad-soft); color: var(--bad); }
`
