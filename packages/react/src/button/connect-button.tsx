import { type ReactNode, useEffect, useState } from 'react'
import { flow } from '../button/load-flow.tsx'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { Glyph, LINK } from '../ui/plain.tsx'
import { useFlow } from './load-flow.tsx'
import type { NectarConnectProps } from './nectar-connect.tsx'

/** What the loaded flow makes of the button. */
export interface TriggerLook {
  /** In place of what it says by itself; null: nothing. */
  content: ReactNode
  /** Of the connection whose state it wears; null: it wears none. */
  tone: string | null
  /** The signed-in user may neither connect nor ask somebody else. */
  isDenied: boolean
  /** Pressed, with nothing on screen yet. */
  isBusy: boolean
  title?: string | undefined
}

/** As long as nothing is known. */
const PLAIN_LOOK: TriggerLook = { content: null, tone: null, isDenied: false, isBusy: false }

/**
 * A button, and nothing else until the flow is loaded: then that says how the button looks. It stays the same element,
 * so that it keeps the focus.
 */
export function ConnectButton({
  label,
  appearance,
  className = '',
  presentation: _,
  preload = false,
  ...options
}: NectarConnectProps) {
  const { messages } = useButtonSettings()
  const { connectionId } = options
  const hasLabel = label !== undefined
  const wearsState = connectionId !== undefined && !hasLabel
  const { parts, standIn, asked, triggers, ask } = useFlow(`dialog:${connectionId ?? 'new'}`, wearsState)
  const [{ content, tone, isDenied, isBusy, title }, setLook] = useState(PLAIN_LOOK)
  usePreload(preload)
  const looks = tone
    ? { className: 'nectar-trigger', 'data-nectar-tone': tone }
    : {
        className: 'nectar-btn',
        'data-nectar-kind': isDenied ? 'secondary' : 'primary',
        'data-nectar-size': 'md',
        'aria-busy': isBusy,
      }
  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <button
        type="button"
        {...looks}
        {...triggers}
        aria-haspopup="dialog"
        aria-disabled={isDenied}
        title={title}
        onClick={(event) => {
          if (isDenied) return
          // Safari gives no focus to a button that is pressed; the dialog gives it back to what had it.
          event.currentTarget.focus()
          ask('open')
        }}
      >
        {content ?? (
          <>
            <Glyph path={LINK} />
            <span>{label ?? messages.button.connect}</span>
          </>
        )}
      </button>
      {parts && <parts.ButtonEmbed options={options} {...asked} hasLabel={hasLabel} onLook={setLook} />}
      {standIn()}
    </NectarRoot>
  )
}

/** Loads the flow once the page has nothing else to do, where the host wants that. */
function usePreload(isWanted: boolean): void {
  useEffect(() => {
    // Safari has no idle callbacks.
    if (isWanted) (globalThis.requestIdleCallback ?? setTimeout)(flow.preload)
  }, [isWanted])
}
