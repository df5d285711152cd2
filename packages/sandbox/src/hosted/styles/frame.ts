/** Strip, rail, sheet and footer. */
export const FRAME = `
body { min-height: 100vh; min-height: 100dvh; display: grid; grid-template: 28px 1fr / 244px minmax(0, 1fr); }
.strip { grid-column: 1 / -1; display: flex; align-items: center; gap: 18px; padding: 0 16px; font-size: 12px; color: var(--honey-ink); border-bottom: 1px solid var(--honey-line);
  background: linear-gradient(90deg, transparent 0 92px, var(--honey-soft) 92px), repeating-linear-gradient(-45deg, #fdf0cf 0 5px, #f9e2a8 5px 10px); white-space: nowrap; min-width: 0; }
.strip-name { width: 74px; font-weight: 700; font-size: 11px; letter-spacing: .09em; text-transform: uppercase; }
.strip-left { margin-inline-start: auto; display: inline-flex; align-items: center; gap: 6px; font-variant-numeric: tabular-nums; }
.strip .icon { width: 13px; height: 13px; }

.rail { display: flex; flex-direction: column; padding: 22px; background: var(--side); border-inline-end: 1px solid var(--line); }
.brand { display: flex; align-items: center; gap: 9px; font-weight: 600; font-size: 16px; letter-spacing: -.01em; }
.brand img { max-width: 80px; height: 26px; object-fit: contain; }
.brand .mark { width: 26px; height: 26px; }
.brand small { font-size: 12px; font-weight: 500; color: var(--muted); letter-spacing: 0; }
.purpose { margin-top: 18px; padding-bottom: 16px; border-bottom: 1px solid var(--line); font-size: 13px; color: var(--muted); text-wrap: pretty; overflow-wrap: anywhere; }
.purpose b { color: var(--ink); }
.steps { margin-top: 18px; }
.steps li { position: relative; display: flex; align-items: center; gap: 11px; height: 34px; color: var(--muted); }
.steps li::before { content: ''; z-index: 1; flex: none; width: 18px; height: 18px; border-radius: 50%; border: 1.5px solid #b6c1be; background: var(--side); }
.steps li + li::after { content: ''; position: absolute; inset-inline-start: 8.25px; top: -8px; width: 1.5px; height: 16px; background: #cdd6d3; }
.steps [data-done], .steps [aria-current] { color: var(--ink); }
.steps [aria-current] { font-weight: 600; }
.steps [aria-current]::before { border: 5px solid var(--petrol); background: #fff; }
.steps [data-done]::before { border: 0; background: var(--petrol) var(--tick) center / 14px no-repeat; }
.steps [data-done] + li::after { background: var(--petrol); }
.trust { margin-top: auto; padding-top: 20px; display: grid; gap: 10px; font-size: 12.5px; line-height: 1.42; color: var(--muted); }
.trust p { display: flex; gap: 9px; text-wrap: pretty; overflow-wrap: anywhere; }
.trust .icon { width: 15px; height: 15px; margin-top: 1px; color: var(--petrol); }
:root { --tick: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='white' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m4 8.5 2.7 2.7L12 5.6'/%3E%3C/svg%3E"); }

.main { display: grid; min-width: 0; min-height: 0; }
.sheet { display: grid; grid-template-rows: 1fr auto; min-width: 0; min-height: 0; }
.body { padding: 34px 40px 28px; min-width: 0; width: 100%; max-width: 800px; }
h1 { font-size: 23px; line-height: 1.25; font-weight: 600; letter-spacing: -.018em; text-wrap: balance; }
.sub { margin-top: 5px; max-width: 54ch; color: var(--muted); text-wrap: pretty; }
.sub b { color: var(--ink); }
.foot { display: flex; align-items: center; gap: 12px; min-height: 68px; padding: 13px 40px; border-top: 1px solid var(--line); background: var(--paper); }
.note { font-size: 13px; color: var(--muted); }
.note code { color: var(--ink); }
.button-next { margin-inline-start: auto; }
#back { display: contents; }

@media (min-width: 761px) and (min-height: 440px) {
  body { height: 100vh; height: 100dvh; }
  .rail, .body { overflow-y: auto; overscroll-behavior: contain; }
  .body { max-width: none; padding-inline-end: max(40px, calc(100% - 760px)); }
}
@media (max-width: 760px) {
  body { grid-template: 28px auto 1fr / minmax(0, 1fr); }
  .strip { gap: 10px; overflow: hidden; }
  .rail { padding: 14px 20px; border-inline-end: 0; border-bottom: 1px solid var(--line); }
  .purpose { margin-top: 8px; padding: 0; border: 0; }
  .steps { display: flex; gap: 6px; margin-top: 12px; }
  .steps li { flex: 1; height: auto; padding-top: 10px; font-size: 12px; line-height: 1.3; align-items: start; }
  .steps [aria-current] { white-space: nowrap; }
  .steps li:not([aria-current]) { font-size: 0; }
  .steps li::before, .steps [aria-current]::before, .steps [data-done]::before { position: absolute; top: 0; inset-inline: 0; width: auto; height: 4px; border: 0; border-radius: 2px; background: #cdd6d3; }
  .steps [aria-current]::before, .steps [data-done]::before { background: var(--petrol); }
  .steps li + li::after { content: none; }
  .trust { display: none; }
  .body { padding: 24px 20px; }
  .foot { position: sticky; bottom: 0; padding: 12px 20px; min-height: 64px; }
}
@media (max-width: 460px) {
  .strip span:not(.strip-left, .strip-left span) { display: none; }
}
@media (forced-colors: active) {
  .strip { background: Canvas; }
  .steps li::before { border: 1.5px solid CanvasText; }
  .steps [aria-current]::before { border: 5px solid Highlight; }
  .steps [data-done]::before { forced-color-adjust: none; }
}
`
