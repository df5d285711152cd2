import { type ComponentType, createContext, type RefObject, useContext } from 'react'
import { OnlinePage } from './online-page.tsx'

export interface FramePageProps {
  frameRef: RefObject<HTMLIFrameElement | null>
  url: string
  /** What the frame is called. */
  title: string
  /** A page has arrived, as far as can be told. */
  onLoad: () => void
}

/** Where Nectar's page comes from. */
export interface FrameHome {
  /** The frame's element. */
  Page: ComponentType<FramePageProps>
  /** Whether it comes over a network. */
  isOnline: boolean
}

/** The network, unless a sandbox in this very page says otherwise: no option of ours does, nor does the main entry. */
export const FrameHomeContext = createContext<FrameHome>({ Page: OnlinePage, isOnline: true })

export function useFrameHome(): FrameHome {
  return useContext(FrameHomeContext)
}
