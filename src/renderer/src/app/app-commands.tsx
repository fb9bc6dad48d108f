import { useComputedColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useRunControl } from '../features/discover/index.ts'
import { useSaveSettings } from '../features/settings/index.ts'
import { useViewedCommands } from '../features/jobs/use-viewed.ts'
import { useCommands, type Command } from '../ui/commands.tsx'

/** The actions that exist on every screen, and the two layers that list them. */
export function useAppCommands() {
  const navigate = useNavigate()
  const run = useRunControl()
  const scheme = useComputedColorScheme('light')
  const settings = useSaveSettings()
  const [paletteRequest, setPaletteRequest] = useState(0)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const openPalette = useCallback(() => setPaletteRequest((count) => count + 1), [])
  const closeSheet = useCallback(() => setSheetOpen(false), [])

  const go: Command[] = [
    {
      id: 'go.for-you',
      group: 'Go to',
      label: 'For you: the jobs that fit best',
      keys: 'g f',
      run: () => void navigate({ to: '/for-you' }),
    },
    {
      id: 'go.profile',
      group: 'Go to',
      label: 'Profile: what jobs are compared with',
      keys: 'g p',
      run: () => void navigate({ to: '/profile' }),
    },
    {
      id: 'go.skills',
      group: 'Go to',
      label: 'Skills to learn',
      run: () => void navigate({ to: '/for-you/skills' }),
    },
    {
      id: 'go.experiments',
      group: 'Go to',
      label: 'Experiments: let two sets of weights compete',
      run: () => void navigate({ to: '/for-you/experiments' }),
    },
    { id: 'go.jobs', group: 'Go to', label: 'Jobs', keys: 'g j', run: () => void navigate({ to: '/jobs' }) },
    { id: 'job.add', group: 'Jobs', label: 'Add a job by hand', keys: 'n', run: () => void navigate({ to: '/add' }) },
    {
      id: 'go.saved',
      group: 'Go to',
      label: 'Saved jobs',
      keys: 'g v',
      run: () => void navigate({ to: '/jobs', search: { show: 'saved' } }),
    },
    {
      id: 'go.searches',
      group: 'Go to',
      label: 'Saved searches',
      keys: 'g b',
      run: () => void navigate({ to: '/searches' }),
    },
    {
      id: 'go.recent',
      group: 'Go to',
      label: 'Recently viewed jobs',
      keys: 'g y',
      run: () => void navigate({ to: '/recent' }),
    },
    {
      id: 'go.compare',
      group: 'Go to',
      label: 'Compare jobs side by side',
      run: () => void navigate({ to: '/compare' }),
    },
    {
      id: 'go.discover',
      group: 'Go to',
      label: 'Discover',
      keys: 'g d',
      run: () => void navigate({ to: '/discover' }),
    },
    {
      id: 'go.coverage',
      group: 'Go to',
      label: 'Coverage: what the sources bring',
      keys: 'g c',
      run: () => void navigate({ to: '/discover/coverage' }),
    },
    {
      id: 'go.quality',
      group: 'Go to',
      label: 'Data quality: what is known of the jobs',
      keys: 'g q',
      run: () => void navigate({ to: '/discover/quality' }),
    },
    {
      id: 'go.employers',
      group: 'Go to',
      label: 'Employers to watch',
      keys: 'g e',
      run: () => void navigate({ to: '/employers' }),
    },
    {
      id: 'go.sources',
      group: 'Go to',
      label: 'Sources',
      keys: 'g o',
      run: () => void navigate({ to: '/settings/sources' }),
    },
    {
      id: 'go.sponsors',
      group: 'Go to',
      label: 'Sponsor registers',
      keys: 'g l',
      run: () => void navigate({ to: '/settings/sponsors' }),
    },
    {
      id: 'go.schedule',
      group: 'Go to',
      label: 'Schedule',
      keys: 'g h',
      run: () => void navigate({ to: '/settings/schedule' }),
    },
    { id: 'go.keys', group: 'Go to', label: 'Keys', keys: 'g k', run: () => void navigate({ to: '/settings/keys' }) },
    {
      id: 'go.settings',
      group: 'Go to',
      label: 'Settings',
      keys: 'g s',
      run: () => void navigate({ to: '/settings' }),
    },
  ]
  const discovery: Command[] = run.active
    ? [{ id: 'run.cancel', group: 'Discovery', label: 'Cancel the run', keys: 'g x', run: run.cancel }]
    : [{ id: 'run.start', group: 'Discovery', label: 'Run discovery now', keys: 'g r', run: () => run.start([]) }]
  const other: Command[] = [
    {
      id: 'theme.toggle',
      group: 'App',
      label: scheme === 'dark' ? 'Switch to light theme' : 'Switch to dark theme',
      keys: 'g t',
      run: () => void settings.save({ theme: scheme === 'dark' ? 'light' : 'dark' }),
    },
    { id: 'app.shortcuts', group: 'App', label: 'Show keyboard shortcuts', keys: '?', run: () => setSheetOpen(true) },
    { id: 'app.palette', group: 'App', label: 'Command palette', keys: 'mod+k', isKeyOnly: true, run: openPalette },
  ]
  useViewedCommands()
  useCommands([...go, ...discovery, ...other])
  return { paletteRequest, openPalette, isSheetOpen, closeSheet }
}
