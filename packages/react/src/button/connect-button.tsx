import { type ComponentPropsWithoutRef, useState } from 'react'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { FlowFailed, preloadFlow, useFlowLoad, usePreloadedFlow } from './load-flow.tsx'
import type { NectarConnectProps } from './nectar-connect.tsx'

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
const PLAIN_LOOK: TriggerLook = { state: null, isDenied: false, isOpening: false }

/**
 * A button, and nothing else until the embed is loaded: that comes as soon as the page has nothing else to do, or the
 * customer comes near. Then the embed says how the button looks. A click that comes earlier waits for it.
 */
export function ConnectButton({
  label,
  appearance,
  className = '',
  presentation: _,
  ...options
}: NectarConnectProps) {
  const [look, setLook] = useState(PLAIN_LOOK)
  const [isNear, setNear] = useState(false)
  const [clicks, setClicks] = useState(0)
  const { state, parts } = useFlowLoad()
  usePreloadedFlow()

  function click() {
    if (look.isDenied) return
    setClicks((before) => before + 1)
    preloadFlow()
  }

  function comeNear() {
    setNear(true)
    preloadFlow()
  }

  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <Trigger
        look={clicks > 0 && state === 'loading' ? { ...look, isOpening: true } : look}
        label={label}
        onPointerEnter={comeNear}
        onFocus={comeNear}
        onClick={click}
      />
      {parts && (
        <parts.ButtonEmbed
          options={options}
          hasLabel={label !== undefined}
          isNear={isNear}
          clicks={clicks}
          onLook={setLook}
        />
      )}
      {clicks > 0 && state === 'failed' && <FlowFailed onRetry={preloadFlow} />}
    </NectarRoot>
  )
}

interface TriggerProps extends ComponentPropsWithoutRef<'button'> {
  look: TriggerLook
  label: string | undefined
}

/** The button that opens the flow. It stays the same element whatever it looks like, so that it keeps the focus. */
function Trigger({ look: { state, isDenied, isOpening }, label, ...props }: TriggerProps) {
  const { messages } = useButtonSettings()
  const looks = state
    ? { className: 'nectar-trigger', 'data-nectar-tone': state.tone }
    : {
        className: 'nectar-btn',
        'data-nectar-kind': isDenied ? 'secondary' : 'primary',
        'data-nectar-size': 'md',
        'aria-busy': isOpening,
      }
  const title = isDenied && !state ? messages.failed.leads.notAllowed : undefined
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
