import { Icon } from '../ui/icon.tsx'

export interface Step {
  title: string
  text: string
  state: 'done' | 'current' | 'later'
  /** How long it takes, or when it can be done. */
  time?: string
}

const SPOKEN = { done: ', done', current: ', now', later: ', later' }

/** Where somebody is on a way of a few steps. */
export function Steps({ steps }: { steps: Step[] }) {
  const done = steps.filter((step) => step.state === 'done').length
  return (
    <div className="steps">
      <ol>
        {steps.map(({ title, text, state, time }) => (
          <li key={title} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="steps__dot">{state === 'done' && <Icon name="check" />}</span>
            <b>
              {title}
              <span className="visually-hidden">{SPOKEN[state]}</span>
            </b>
            {time !== undefined && <em>{time}</em>}
            <small>{text}</small>
          </li>
        ))}
      </ol>
      <div className="steps__progress">
        <progress max={steps.length} value={done} aria-label="Steps done" />
        <span>
          {done} of {steps.length}
        </span>
      </div>
    </div>
  )
}
