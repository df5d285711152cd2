import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { MORE_ICONS } from './more-icons.ts'

export interface Step {
  state: 'done' | 'now' | 'next' | 'stopped'
  title: string
  /** When it happened, as it is read, and for machines. */
  time?: { text: string; iso: string } | undefined
  hint?: ReactNode
}

/** What was proved, what is going on, what comes. Green only once connected. */
export function Steps({ steps, isConnected = false }: { steps: readonly Step[]; isConnected?: boolean }) {
  return (
    <div className="nectar-well">
      <ol className="nectar-steps" data-nectar-tone={isConnected ? 'healthy' : undefined}>
        {steps.map(({ state, title, time, hint }) => (
          <li
            key={title}
            className="nectar-step"
            data-nectar-step={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="nectar-step__dot">
              {state === 'done' && <Icon name={MORE_ICONS.check} />}
              {state === 'stopped' && <Icon name="close" />}
            </span>
            <div>
              <p className="nectar-step__title">
                <b>{title}</b>
                {time && <time dateTime={time.iso}>{time.text}</time>}
              </p>
              {hint && <p>{hint}</p>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
