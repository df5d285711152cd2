import { Dialog, DialogPanel, DialogTitle } from '@headlessui/react'
import MuiDialog from '@mui/material/Dialog'
import * as Radix from '@radix-ui/react-dialog'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { Combination } from './combination.ts'

interface HostModalProps {
  children: ReactNode
}

/** The dialogs that hosts put the embed into, open from the start, as each library's own guide makes one. */
export const HOST_MODALS: Record<Combination['modal'], ComponentType<HostModalProps>> = {
  none: ({ children }) => <section className="entry-content page-header">{children}</section>,
  Radix: RadixModal,
  MUI: MuiModal,
  'Headless UI': HeadlessModal,
}

function RadixModal({ children }: HostModalProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className="host-scrim" />
        <Radix.Content className="host-modal" aria-describedby={undefined}>
          <Radix.Title>Settings</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function MuiModal({ children }: HostModalProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <MuiDialog open={isOpen} onClose={() => setOpen(false)} aria-label="Settings" fullWidth maxWidth="md">
      {children}
    </MuiDialog>
  )
}

function HeadlessModal({ children }: HostModalProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)}>
      <div className="host-scrim" aria-hidden="true" />
      <DialogPanel className="host-modal">
        <DialogTitle>Settings</DialogTitle>
        {children}
      </DialogPanel>
    </Dialog>
  )
}
