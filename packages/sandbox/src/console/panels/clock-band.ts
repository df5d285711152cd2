import { type Html, html } from '../../lib/html.ts'
import { invitationStatus } from '../../state/invitations.ts'
import type { ConsoleInput } from '../console-input.ts'
import { callOf } from '../parts/control-call.ts'
import { type ConsoleIcon, icon } from '../parts/icons.ts'
import { shortEvent, shortId } from '../parts/parts.ts'
import { clockText, dateText, signedSpanText, spanText, whenText } from '../parts/time-text.ts'

const MINUTE = 60_000
const LEAPS: readonly (readonly [string, string, number])[] = [
  ['+1 min', 'one minute', MINUTE],
  ['+1 h', 'one hour', 60 * MINUTE],
  ['+1 d', 'one day', 1440 * MINUTE],
  ['+7 d', 'seven days', 7 * 1440 * MINUTE],
]
const SKEW_STEP_MS = 10_000
/** Less than this is the time that an answer takes. */
const NOTABLE_MS = 2000
const MOST_DUE = 4

/** What the sandbox's clock shows, how it is moved, and what is due next. */
export function clockBand(input: ConsoleInput): Html {
  const { now, frozen, skewMs } = input.world.time.read()
  const [hours, minutes, seconds] = clockText(now).split(':')
  return html`<section class="clock" id="clock" aria-label="Clock" data-panel>
<div class="now"><p class="face"><b>${hours}:${minutes}<small>:${seconds}</small></b></p><p>${dateText(now)}, UTC${standing(input, frozen)}</p></div>
<div class="moves">
<div class="segments" role="group" aria-label="How it goes">
<button ${callOf('The clock runs', 'resumeTime')} aria-pressed="${String(!frozen)}">${icon('play')}Run</button>
<button ${callOf('The clock stands still', 'freezeTime')} aria-pressed="${String(frozen)}">${icon('snow')}Freeze</button>
</div>
<div class="segments" role="group" aria-label="Move on">${LEAPS.map(
    ([text, words, ms]) =>
      html`<button ${callOf(`Moved on by ${words}`, 'advanceTime', { ms })}><span aria-hidden="true">${text}</span><span class="unseen">Move on by ${words}</span></button>`,
  )}</div>
</div>
${ribbon(input)}
<div class="skew" role="group" aria-label="Skew of what is written"><span>Written times</span>
<span class="step"><button ${callOf('Skew changed', 'setClockSkew', { ms: skewMs - SKEW_STEP_MS })} aria-label="10 seconds less">${icon('minus')}</button><span class="amount">${signedSpanText(skewMs)}</span><button ${callOf('Skew changed', 'setClockSkew', { ms: skewMs + SKEW_STEP_MS })} aria-label="10 seconds more">${icon('plus')}</button></span></div>
</section>`
}

function standing({ world }: ConsoleInput, frozen: boolean): Html | null {
  if (frozen) return html`. <em>Frozen</em>`
  const ahead = world.time.moment() - world.options.now()
  if (Math.abs(ahead) < NOTABLE_MS) return null
  return html`. <em>${spanText(ahead)} ${ahead > 0 ? 'ahead' : 'behind'}</em>`
}

interface Due {
  key: string
  mark: ConsoleIcon
  text: string
  /** Milliseconds from now. */
  inMs: number
  at: number
}

function ribbon(input: ConsoleInput): Html {
  const due = dueNext(input)
  const now = input.world.time.now()
  return html`<div class="ribbon"><h2 class="unseen">Due next</h2><ol>
<li class="is-now"><span class="tick">now</span></li>
${due.map(
  ({ key, mark, text, inMs, at }) =>
    html`<li id="due-${key}"><button class="due" ${callOf(`Moved on to: ${text}`, 'advanceTime', { ms: Math.ceil(inMs) + 1 })} title="Move the clock there">${icon(mark)}${text}</button><span class="tick">${whenText(at, now)}</span></li>`,
)}
${due.length === 0 && html`<li class="dim">Nothing is due</li>`}
</ol></div>`
}

function dueNext({ world, deliveries, companyId }: ConsoleInput): Due[] {
  const due: Due[] = []
  const moment = world.time.moment()
  for (const { id, state, attempts, nextAttemptAt } of deliveries) {
    if (state !== 'waiting' || nextAttemptAt === null) continue
    const inMs = nextAttemptAt - moment
    due.push({
      key: id,
      mark: 'hook',
      text: `${shortEvent(id)} try ${attempts.length + 1}`,
      inMs,
      at: nextAttemptAt,
    })
  }
  for (const invitation of world.state.invitations.values()) {
    const { id, expiresAt } = invitation
    if (expiresAt === null || invitation.companyId !== companyId) continue
    if (invitationStatus(world, invitation) !== 'ACTIVE') continue
    const inMs = expiresAt / 1000 - world.time.now()
    due.push({
      key: id,
      mark: 'link',
      text: `${shortId(id)} ends, ${spanText(inMs)}`,
      inMs,
      at: expiresAt / 1000,
    })
  }
  for (const [connectionId, { at }] of world.checks) {
    const connection = world.state.connections.get(connectionId)
    if (connection === undefined || connection.companyId !== companyId) continue
    const inMs = at - moment
    due.push({
      key: connectionId,
      mark: 'pulse',
      text: `${shortId(connectionId)} checked, ${spanText(inMs)}`,
      inMs,
      at,
    })
  }
  return due
    .filter(({ inMs }) => inMs > 0)
    .sort((a, b) => a.inMs - b.inMs)
    .slice(0, MOST_DUE)
}
