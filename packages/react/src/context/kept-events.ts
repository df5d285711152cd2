import type { DOMAttributes, SyntheticEvent } from 'react'

/** All that React hands on from a component to those around it, also out of a portal. Of each pair: what begins, what ends. */
const EVENTS =
  'Click DoubleClick AuxClick ContextMenu MouseDown MouseUp MouseMove MouseOver MouseOut PointerDown PointerUp PointerMove PointerOver PointerOut PointerCancel GotPointerCapture LostPointerCapture TouchStart TouchMove TouchEnd TouchCancel Wheel DragStart Drag DragEnd DragEnter DragOver DragLeave Drop KeyDown KeyPress KeyUp Focus Blur Copy Cut Paste CompositionStart CompositionUpdate CompositionEnd BeforeInput Input Change Select Submit Reset Invalid Load Error Close Cancel Toggle AnimationStart AnimationIteration AnimationEnd TransitionStart TransitionRun TransitionCancel TransitionEnd'.split(
    ' ',
  )

/**
 * For the outermost element of a component: no handler of the host's components hears of what happens inside, such as a
 * row that opens when it is pressed. Only React is told: listeners on the document, which close a menu of the host's,
 * hear of what happens in the page. A modal of the host's that the component stands in hears of the keys by which people
 * leave it and go through it.
 */
export const keptEvents: DOMAttributes<Element> = Object.fromEntries(
  EVENTS.map((name) => [`on${name}`, keep]),
)

function keep(event: SyntheticEvent): void {
  if (!isForModalAround(event)) event.isPropagationStopped = () => true
}

/** Modals of MUI and Ant Design listen for these by React. In our dialog they are for our dialog. */
function isForModalAround({ type, target, nativeEvent }: SyntheticEvent): boolean {
  if (type !== 'keydown' || (target as Element).closest('.nectar-layer')) return false
  return ['Escape', 'Tab'].includes((nativeEvent as KeyboardEvent).key)
}
