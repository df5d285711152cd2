export const plumbline = true
