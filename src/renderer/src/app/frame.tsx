import { useMantineColorScheme } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { DropZone } from '../features/intake/index.ts'
import { NewNotices } from '../features/notifications/notices/new-notices.tsx'
import { AlertNotices } from '../features/searches/alert-notices.tsx'
import { useSettings } from '../features/settings/index.ts'
import { useAppCommands } from './app-commands.tsx'
import classes from './frame.module.css'
import { PaletteHost } from './palette-host.tsx'
import { addressOf } from './search-address.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { Sidebar } from './sidebar.tsx'

/** Side navigation and the room for the current screen. */
export function AppFrame() {
  const commands = useAppCommands()
  useThemeSetting()
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        Skip to content
      </a>
      <Sidebar onOpenPalette={commands.togglePalette} />
      <main id="content" tabIndex={-1} className={classes.content}>
        <Outlet />
      </main>
      <AlertNotices addressOf={addressOf} />
      <NewNotices />
      <DropZone />
      <PaletteHost isOpen={commands.isPaletteOpen} onClose={commands.closePalette} />
      <ShortcutSheet isOpen={commands.isSheetOpen} onClose={commands.closeSheet} />
    </div>
  )
}

/** The profile's theme decides; the browser's copy only follows. */
function useThemeSetting(): void {
  const { data } = useSettings()
  const { setColorScheme } = useMantineColorScheme()
  const theme = data?.theme
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
}
