import { Button, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Blank } from '../ui/blank.tsx'
import { cssVariables, theme } from '../ui/theme.ts'

// The theme is a setting of the profile; this copy only spares a flash of the other theme before settings arrive.
const colorSchemes = localStorageColorSchemeManager({ key: 'career-copilot-theme' })

export function ThemeFrame({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  )
}

/** The host does not know this window: its session ended, or the address was opened without its code. */
export function Disconnected() {
  return (
    <main style={{ height: '100%' }}>
      <title>Not connected · Career Copilot</title>
      <Blank icon={IconPlugConnectedX} title="This window is not connected">
        Open the address printed in the terminal again. If it was used before, start Career Copilot anew: each address
        lets in one browser, once, so that nothing else on this computer can read your jobs.
      </Blank>
    </main>
  )
}

export function NoAnswer({ reason, onRetry }: { readonly reason: string; readonly onRetry: () => void }) {
  return (
    <main style={{ height: '100%' }}>
      <title>No answer · Career Copilot</title>
      <Blank
        icon={IconPlugConnectedX}
        title="The app does not answer"
        isAlert
        actions={
          <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {reason}
      </Blank>
    </main>
  )
}
