/** Buttons, fields, cards and the sandbox's helper. */
export const CONTROLS = `
.button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 40px; padding: 0 18px; border-radius: 8px; border: 1px solid transparent; background: var(--petrol); color: #fff; font-weight: 600; white-space: nowrap; }
.button:hover { background: var(--petrol-deep); }
.button-quiet { background: none; color: var(--ink); padding: 0 12px; margin-inline-start: -12px; font-weight: 500; }
.button-quiet:hover { background: var(--sunken); }
.button-line { background: #fff; color: var(--ink); border-color: var(--line-strong); font-weight: 500; }
.button-line:hover { background: var(--sunken); }
.as-link { color: var(--petrol); font-size: 13px; font-weight: 500; text-decoration: underline; text-underline-offset: 3px; min-height: 24px; padding: 0 2px; border-radius: 4px; }

.label { display: block; margin-bottom: 6px; font-size: 13px; font-weight: 600; }
.input { width: 100%; height: 44px; padding: 0 14px; border: 1px solid var(--line-strong); border-radius: 8px; background: #fff; font-size: 15px; }
.input::placeholder { color: var(--faint); opacity: 1; }
.input[data-digits] { font-size: 20px; font-variant-numeric: tabular-nums; letter-spacing: .24em; }
.input[aria-invalid] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.with { display: flex; gap: 8px; position: relative; }
.with .button { min-height: 44px; }
.with .show { position: absolute; inset-inline-end: 6px; top: 6px; height: 32px; padding: 0 10px; border-radius: 6px; font-size: 13px; font-weight: 500; color: var(--petrol); background: #fff; }
.show[aria-pressed='true'] { background: var(--petrol-soft); }
[data-script] .with:has(.show) .input { padding-inline-end: 74px; }
.hint { margin-top: 6px; font-size: 12.5px; color: var(--muted); text-wrap: pretty; }
.error { display: flex; gap: 6px; margin-top: 6px; font-size: 13px; font-weight: 500; color: var(--bad); }
.error::before { content: '!'; flex: none; width: 16px; height: 16px; margin-top: 1px; border-radius: 50%; background: var(--bad); color: #fff; font-size: 11px; font-weight: 700; line-height: 16px; text-align: center; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start; margin-top: 20px; }
.body > .field, .narrow { margin-top: 24px; }
.narrow { max-width: 400px; }

.card { display: flex; align-items: center; gap: 13px; margin-top: 20px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; }
.card .mark { width: 38px; height: 38px; }
.card p { min-width: 0; overflow-wrap: anywhere; }
.card p b { display: block; font-size: 15px; line-height: 1.3; }
.card small { display: flex; align-items: center; gap: 5px; font-size: 13px; color: var(--muted); }
.card small .icon { width: 12px; height: 12px; }
.card > button { margin-inline-start: auto; flex: none; }
.confirm .card { margin-top: 0; }
.over { margin: 20px 0 8px; font-size: 12.5px; font-weight: 600; color: var(--muted); line-height: 1.45; }

.helper { margin-top: 24px; border: 1px solid var(--honey-line); border-radius: 10px; background: var(--honey-soft); overflow: hidden; color: #4a401d; }
.helper header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 10px; padding: 9px 14px 9px 20px; font-size: 13px; color: var(--honey-ink); border-bottom: 1px solid var(--honey-line);
  background: linear-gradient(90deg, transparent 0 8px, var(--honey-soft) 8px), repeating-linear-gradient(-45deg, #fbeabf 0 5px, #f4d58a 5px 10px); }
.helper h2 { font: inherit; font-weight: 600; }
.helper li { display: grid; grid-template-columns: minmax(150px, 214px) 1fr auto; align-items: center; gap: 12px; min-height: 37px; padding: 4px 8px 4px 20px; font-size: 13px; }
.helper li + li { border-top: 1px solid #f3e6c6; }
.helper code { color: #3a2e0b; font-weight: 500; }
.helper summary { padding: 9px 14px 9px 20px; border-top: 1px solid #f3e6c6; font-size: 13px; font-weight: 600; color: var(--honey-ink); cursor: pointer; }
.helper details[open] summary { border-bottom: 1px solid #f3e6c6; }
.fill { min-height: 27px; padding: 0 11px; border-radius: 6px; border: 1px solid #d2b878; background: #fff; font-weight: 600; font-size: 12.5px; color: var(--honey-ink); white-space: nowrap; }
.fill:hover { background: #fdf0cf; }

@media (max-width: 560px) {
  .columns { grid-template-columns: 1fr; }
  .helper li { grid-template-columns: 1fr auto; gap: 0 12px; padding-block: 7px; }
  .helper li span:not(.unseen) { grid-row: 2; color: var(--honey-ink); }
  .helper li .fill { grid-row: 1 / span 2; grid-column: 2; min-height: 32px; }
}
@media (max-width: 400px) {
  .confirm .card { flex-wrap: wrap; }
  .confirm .card > button { width: 100%; }
}
@media (forced-colors: active) {
  .helper header { background: Canvas; }
  .error::before { forced-color-adjust: none; }
}
`
