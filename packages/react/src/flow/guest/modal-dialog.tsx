import { type ComponentPropsWithoutRef, type RefObject, useInsertionEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { keptEvents, NectarRoot } from '../../context/nectar-root.tsx'
import { useCommitEffect } from '../../context/use-latest.ts'
import { useModal } from './use-modal.ts'

/** What goes on in a dialog concerns nobody who listens on the page: neither a click beside a menu, nor a focus trap. */
const EVENTS = [
  'dblclick',
  'focusin',
  'focusout',
  ...Object.keys(keptEvents).map((name) => name.slice(2).toLowerCase()),
]

/** What the style sheet reads of the page's custom properties, without `--nectar-`. */
export const TOKEN_NAMES =
  'surface surface-raised surface-sunken border border-strong text text-muted accent accent-hover accent-contrast accent-soft accent-text focus healthy-bg healthy-fg healthy-border waiting-bg waiting-fg waiting-border needs-you-bg needs-you-fg needs-you-border provider-bg provider-fg provider-border inactive-bg inactive-fg inactive-border unknown-bg unknown-fg unknown-border scrim skeleton radius-sm radius-md radius-lg radius-xl radius-pill border-width space-1 space-2 space-3 space-4 space-5 space-6 space-7 control control-sm row pad chip tile avatar dialog dialog-intro dialog-frame font-mono font-size text-xs text-sm text-md text-lg text-xl leading-tight leading weight-regular weight-medium weight-strong tracking-title motion-fast motion-base ease shadow-sm shadow-md shadow-lg'.split(
    ' ',
  )

interface ModalDialogProps extends ComponentPropsWithoutRef<'dialog'> {
  /** Out of the way for now, as something of the host's is to be seen: closed, with all that is in it kept. */
  isAside: boolean
  /** The customer closed it. */
  onClose: () => void
}

/** A modal dialog at the end of the page, which keeps its events to itself. See decision 19. */
export function ModalDialog({ isAside, onClose, ...props }: ModalDialogProps) {
  const place = useRef<HTMLSpanElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const home = useHome(place)
  const events = useModal(dialog, isAside, onClose)
  return (
    <>
      <span ref={place} hidden />
      {createPortal(
        <NectarRoot className="nectar-layer">
          <dialog ref={dialog} className="nectar-dialog" {...props} {...events} />
        </NectarRoot>,
        home,
      )}
    </>
  )
}

/**
 * An element at the end of the page for a dialog to stand in, there for as long as the component is mounted, and never
 * moved: frames that are moved load anew. It looks as the place that it belongs to.
 *
 * @param place an element where the component stands
 */
function useHome(place: RefObject<HTMLElement | null>): HTMLElement {
  const [home] = useState(createHome)
  // Of all effects, strict mode runs only this kind once.
  useInsertionEffect(() => () => home.remove(), [home])
  useCommitEffect(() => {
    if (home.isConnected || !place.current) return
    const root = place.current.getRootNode()
    // Our styles reach no further than the shadow root that they are in.
    if (root instanceof ShadowRoot) root.append(home)
    else document.body.append(home)
    takeLooks(home, place.current)
  }, [home, place])
  return home
}

function createHome(): HTMLElement {
  const home = document.createElement('div')
  home.style.display = 'contents'
  for (const type of EVENTS) home.addEventListener(type, (event) => event.stopPropagation())
  return home
}

/** The typeface and the tokens that hold at the place, where they differ from what holds for the whole page. */
function takeLooks(home: HTMLElement, place: HTMLElement): void {
  const there = getComputedStyle(place)
  const here = getComputedStyle(home)
  for (const name of ['font-family', ...TOKEN_NAMES.map((name) => `--nectar-${name}`)]) {
    const value = there.getPropertyValue(name)
    if (value !== here.getPropertyValue(name)) home.style.setProperty(name, value)
  }
}
