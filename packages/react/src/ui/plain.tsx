import { type Load, useLoad } from '../context/create-load.ts'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { keptEvents } from '../context/nectar-root.tsx'
import { enButton } from '../i18n/en-button.ts'
import type { ButtonMessages } from '../i18n/messages.ts'

interface GlyphProps {
  /** On a 16 grid. */
  path: string
  /** In pixels. */
  size?: 14 | 16 | 20 | undefined
  /** Points somewhere, so it turns round in right-to-left text. */
  isDirected?: boolean
  spins?: boolean
}

export const CLOSE = 'm4 4 8 8M12 4l-8 8'
export const LINK =
  'M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.1-2.1a2.76 2.76 0 0 0-3.9-3.9l-.85.85M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.1 2.1a2.76 2.76 0 0 0 3.9 3.9l.85-.85'

/** Decoration, always: a word stands beside it, or the control has a name. */
export function Glyph({ path, size = 16, isDirected, spins }: GlyphProps) {
  return (
    <svg
      className="nectar-icon"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      data-nectar-directed={isDirected || undefined}
      data-nectar-spins={spins || undefined}
    >
      <path d={path} />
    </svg>
  )
}

/** Where words will stand. */
export function Skeleton() {
  return (
    <div className="nectar-panel">
      <span className="nectar-skeleton" data-nectar-line="title" />
      <span className="nectar-skeleton" data-nectar-line="lead" />
    </div>
  )
}

interface NotLoadedProps {
  messages: ButtonMessages
  /** What happened. */
  said: string
  reference?: string
  onRetry: () => void
  /** Trying again may not be enough. */
  mayReload?: boolean
}

/** In place of what could not be loaded, or has failed. As plain as can be: nothing that may have failed is used again. */
function NotLoaded({ messages, said, reference, onRetry, mayReload }: NotLoadedProps) {
  const button = { type: 'button', className: 'nectar-btn', 'data-nectar-kind': 'secondary' } as const
  return (
    <p className="nectar-not-loaded" role="alert">
      <span>{said}</span> {reference && <code dir="ltr">{reference}</code>}{' '}
      <button {...button} data-nectar-size="sm" onClick={onRetry}>
        {messages.tryAgain}
      </button>
      {mayReload && (
        <button {...button} data-nectar-size="sm" onClick={() => location.reload()}>
          {messages.failed.reload}
        </button>
      )}
    </p>
  )
}

/** In place of a part whose code could not be had. */
export function LoadFailed({
  of: load,
  onRetry = load.preload,
}: {
  of: Load<unknown>
  onRetry?: () => void
}) {
  const { messages } = useButtonSettings()
  const now = useLoad(load)
  return (
    <NotLoaded
      messages={messages}
      said={messages.button.notLoaded}
      onRetry={onRetry}
      // Some browsers never ask again for a module that they could not get, until the page is loaded anew.
      mayReload={now.state === 'failed' && now.failures > 1}
    />
  )
}

/** In place of a component that failed. */
export function Fault({ requestId, onRetry }: { requestId: string; onRetry: () => void }) {
  const { messages } = useButtonSettings()
  // The host's words may be what failed.
  const { button, tryAgain }: Partial<ButtonMessages> = messages
  const words = typeof button?.fault === 'string' && typeof tryAgain === 'string' ? messages : enButton
  return (
    <div
      {...keptEvents}
      data-nectar-root=""
      data-nectar-theme="light"
      lang={words.locale}
      dir={words.direction}
    >
      <NotLoaded messages={words} said={words.button.fault} reference={requestId} onRetry={onRetry} />
    </div>
  )
}
