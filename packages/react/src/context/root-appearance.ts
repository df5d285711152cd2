import { createContext } from 'react'
import type { Appearance } from './appearance.ts'

/** The looks of the component that something stands in, for what belongs to it and stands elsewhere: its dialog. */
export const RootAppearance = createContext<Appearance>({})
