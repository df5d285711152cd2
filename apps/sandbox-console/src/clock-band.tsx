import { Activity, Link, type LucideIcon, Minus, Play, Plus, Snowflake, Webhook } from 'lucide-react'
import { RunButton } from './control.tsx'
import {
  formatClock,
  formatDate,
  formatMoment,
  formatSkew,
  formatSpan,
  shortEventId,
  shortId,
} from './format.ts'
import { type ConsoleData, useConsole } from './use-console.tsx'

const MINUTE = 60_000
const LEAPS = [
  ['+1 min', MINUTE],
  ['+1 h', 60 * MINUTE],
  ['+1 d', 1440 * MINUTE],
  ['+7 d', 7 * 1440 * MINUTE],
] as const
const SKEW_STEP_MS = 10_000
/** Less than this is the time that an answer takes. */
const NOTABLE_MS = 2000
const MOST_DUE = 4

/** What the sandbox's clock shows, how it is moved, and what is due next. */
export function ClockBand() {
  const { snapshot, now } = useConsole()
  const { frozen, skewMs, aheadMs: ahead } = snapshot.clock
  const [hours, minutes, seconds] = formatClock(now).split(':')
  const apart = Math.abs(ahead) < NOTABLE_MS ? '' : `${formatSpan(ahead)} ${ahead > 0 ? 'ahead' : 'behind'}`
  const standing = frozen ? 'Frozen' : apart
  const skewBy = (ms: number) => ['setClockSkew', { ms: skewMs + ms }] as const
  return (
    <section className="clock" aria-label="Clock">
      <div className="now">
        <p className="face">
          {hours}:{minutes}
          <small>:{seconds}</small>
        </p>
        <p>
          {formatDate(now)}, UTC{standing && '. '}
          <em>{standing}</em>
        </p>
      </div>
      <div className="moves">
        <fieldset className="segments" aria-label="How it goes">
          <RunButton
            Icon={Play}
            text="Run"
            call={['resumeTime']}
            said="The clock runs"
            aria-pressed={!frozen}
          />
          <RunButton
            Icon={Snowflake}
            text="Freeze"
            call={['freezeTime']}
            said="The clock stands still"
            aria-pressed={frozen}
          />
        </fieldset>
        <fieldset className="segments" aria-label="Move on">
          {LEAPS.map(([text, ms]) => (
            <RunButton key={text} text={text} call={['advanceTime', { ms }]} said={`Moved on: ${text}`} />
          ))}
        </fieldset>
      </div>
      <Ribbon />
      <fieldset className="skew" aria-label="Skew of what is written">
        <span>Written times</span>
        <span className="segments">
          <RunButton
            Icon={Minus}
            aria-label="10 seconds less"
            call={skewBy(-SKEW_STEP_MS)}
            said="Skew changed"
          />
          <span className="amount">{formatSkew(skewMs)}</span>
          <RunButton
            Icon={Plus}
            aria-label="10 seconds more"
            call={skewBy(SKEW_STEP_MS)}
            said="Skew changed"
          />
        </span>
      </fieldset>
    </section>
  )
}

function Ribbon() {
  const data = useConsole()
  const due = dueNext(data)
  return (
    <div className="ribbon">
      <h2 className="unseen">Due next</h2>
      <ol>
        <li className="is-now">
          <span className="tick">now</span>
        </li>
        {due.map(({ key, Icon, text, inMs }) => {
          const move = {
            call: ['advanceTime', { ms: Math.ceil(inMs) + 1 }],
            said: `Moved on to: ${text}`,
          } as const
          return (
            <li key={key}>
              <RunButton className="due" Icon={Icon} text={text} title="Move the clock there" {...move} />
              <span className="tick">{formatMoment(data.now + inMs, data.now)}</span>
            </li>
          )
        })}
        {due.length === 0 && <li className="dim">Nothing is due</li>}
      </ol>
    </div>
  )
}

interface Due {
  key: string
  Icon: LucideIcon
  text: string
  /** Milliseconds from now. */
  inMs: number
}

/** Repeats of webhooks, and what ends at the company that is looked at. */
function dueNext({ snapshot, deliveries, invitations, connections, now, moment }: ConsoleData): Due[] {
  const repeats = deliveries.flatMap(({ id, state, attempts, nextAttemptAt: at }) => {
    if (state !== 'waiting' || at === null) return []
    return {
      key: id,
      Icon: Webhook,
      text: `${shortEventId(id)} try ${attempts.length + 1}`,
      inMs: at - moment,
    }
  })
  const endings = invitations.flatMap(({ id, status, expiresAt }) => {
    if (status !== 'ACTIVE' || expiresAt === null) return []
    const inMs = Date.parse(expiresAt) - now
    return { key: id, Icon: Link, text: `${shortId(id)} ends, ${formatSpan(inMs)}`, inMs }
  })
  const checks = snapshot.checks.flatMap(({ connectionId: key, at }) => {
    if (!connections.some(({ id }) => id === key)) return []
    const inMs = at - moment
    return { key, Icon: Activity, text: `${shortId(key)} checked, ${formatSpan(inMs)}`, inMs }
  })
  return [...repeats, ...endings, ...checks]
    .filter(({ inMs }) => inMs > 0)
    .sort((a, b) => a.inMs - b.inMs)
    .slice(0, MOST_DUE)
}
