import { useId } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface Choice {
  icon: IconName
  label: string
  hint: string
  onChoose: () => void
  /** For the button: what to do when the customer is about to choose it. */
  preconnect?: { onPointerEnter: () => void; onFocus: () => void }
}

/** The ways on. Where there are several they are equals: same size, same fill. With one there is nothing to ask. */
export function Choices({ question, choices }: { question: string; choices: readonly Choice[] }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings looks that hosts reset in all sorts of ways
    <div className="nectar-choices" role="group" aria-labelledby={id} data-nectar-count={choices.length}>
      <p className={choices.length > 1 ? 'nectar-choices__question' : 'nectar-sr'} id={id}>
        {question}
      </p>
      {choices.map(({ icon, label, hint, onChoose, preconnect }) => (
        <button key={label} type="button" className="nectar-choice" {...preconnect} onClick={onChoose}>
          <Icon name={icon} size={20} />
          <Icon name="chevron" />
          <b>{label}</b>
          <span>{hint}</span>
        </button>
      ))}
    </div>
  )
}
