import { useRef, useState } from 'react'
import { NectarRoot } from '../context/nectar-root.tsx'
import type { EmbedControls } from '../flow/button-embed.tsx'
import { EmbedFailed } from './embed-failed.tsx'
import { preloadFlow } from './load-flow.ts'
import type { NectarConnectProps } from './nectar-connect.tsx'
import { PLAIN_LOOK, Trigger } from './trigger.tsx'
import { useFlowParts } from './use-flow-parts.ts'
import { usePreloadedFlow } from './use-preloaded-flow.ts'

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
  const [isClicked, setClicked] = useState(false)
  const controls = useRef<EmbedControls>(null)
  const { state, parts } = useFlowParts()
  usePreloadedFlow()

  function open() {
    if (look.isDenied) return
    if (controls.current) return controls.current.open()
    setClicked(true)
    preloadFlow()
  }

  function comeNear() {
    setNear(true)
    preloadFlow()
  }

  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <Trigger
        look={isClicked && state === 'loading' ? { ...look, isOpening: true } : look}
        label={label}
        onPointerEnter={comeNear}
        onFocus={comeNear}
        onClick={open}
      />
      {parts && (
        <parts.ButtonEmbed
          options={options}
          hasLabel={label !== undefined}
          controls={controls}
          isNear={isNear}
          isClicked={isClicked}
          onOpened={() => setClicked(false)}
          onLook={setLook}
        />
      )}
      {isClicked && state === 'failed' && <EmbedFailed onRetry={preloadFlow} />}
    </NectarRoot>
  )
}
