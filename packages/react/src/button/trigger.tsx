import type { ComponentPropsWithoutRef } from 'react'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'

/** What the button says, and whether it can be pressed. */
export interface TriggerLook {
  /** The state of the connection that it is about; null: it says what it does. */
  state: { tone: IconName; word: string; providerName: string } | null
  /** The signed-in user may neither connect nor ask somebody else. */
  isDenied: boolean
  /** Pressed, with nothing on screen yet. */
  isOpening: boolean
}

/** As long as nothing is known. */
export const PLAIN_LOOK: TriggerLook = { state: null, isDenied: false, isOpening: false }

interface TriggerProps extends ComponentPropsWithoutRef<'button'> {
  look: TriggerLook
  label: string | undefined
}

/** The button that opens the flow. It stays the same element whatever it looks like, so that it keeps the focus. */
export function Trigger({ look: { state, isDenied, isOpening }, label, ...props }: TriggerProps) {
  const { messages } = useButtonSettings()
  const looks = state
    ? { className: 'nectar-trigger', 'data-nectar-tone': state.tone }
    : {
        className: 'nectar-btn',
        'data-nectar-kind': isDenied ? 'secondary' : 'primary',
        'data-nectar-size': 'md',
        'aria-busy': isOpening,
      }
  const title = isDenied && !state ? messages.failed.notAllowed.lead : undefined
  return (
    <button type="button" {...looks} aria-haspopup="dialog" aria-disabled={isDenied} title={title} {...props}>
      {state ? (
        <>
          <Icon name={state.tone} />
          <b>{state.word}</b>
          <small>{state.providerName}</small>
          <Icon name="chevron" />
        </>
      ) : (
        <>
          <Icon name={isOpening ? 'spinner' : 'link'} />
          <span>{isOpening ? messages.button.opening : (label ?? messages.button.connect)}</span>
        </>
      )}
    </button>
  )
}
