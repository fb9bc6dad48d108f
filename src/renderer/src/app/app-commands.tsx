import { useComputedColorScheme } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTransferCommands } from '../features/applications/transfer/use-transfer-commands.ts'
import { readApplicationsSearch } from '../features/applications/view/applications-url.ts'
import { useRunControl } from '../features/discover/index.ts'
import { useSaveSettings } from '../features/settings/index.ts'
import { useViewedCommands } from '../features/jobs/recent/use-viewed.ts'
import { useCommands, type Command } from '../ui/commands.tsx'

/** The actions that exist on every screen, and the two layers that list them. */
export function useAppCommands() {
  const navigate = useNavigate()
  const router = useRouter()
  const run = useRunControl()
  const scheme = useComputedColorScheme('light')
  const settings = useSaveSettings()
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const togglePalette = useCallback(() => setPaletteOpen((isOpen) => !isOpen), [])
  const closePalette = useCallback(() => setPaletteOpen(false), [])
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
      id: 'go.briefing',
      group: 'Go to',
      label: 'Today: the briefing of the day',
      keys: 'g t',
      run: () => void navigate({ to: '/briefing' }),
    },
    {
      id: 'go.week',
      group: 'Go to',
      label: 'How the week went',
      run: () => void navigate({ to: '/briefing/week' }),
    },
    {
      id: 'go.inbox',
      group: 'Go to',
      label: 'Inbox: what the app has told you',
      keys: 'g i',
      run: () => void navigate({ to: '/inbox' }),
    },
    {
      id: 'go.notifications',
      group: 'Go to',
      label: 'Notifications: what reaches you, and how',
      run: () => void navigate({ to: '/settings/notifications' }),
    },
    {
      id: 'go.deliveries',
      group: 'Go to',
      label: 'Deliveries: what was sent',
      run: () => void navigate({ to: '/settings/notifications/deliveries' }),
    },
    {
      id: 'go.profile',
      group: 'Go to',
      label: 'Profile: what jobs are compared with',
      keys: 'g p',
      run: () => void navigate({ to: '/profile' }),
    },
    {
      id: 'go.career',
      group: 'Go to',
      label: 'Career: what résumés and letters rest on',
      run: () => void navigate({ to: '/profile/career' }),
    },
    {
      id: 'go.career-import',
      group: 'Go to',
      label: 'Import a résumé: PDF, DOCX or JSON Resume',
      run: () => void navigate({ to: '/profile/import' }),
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
      id: 'go.applications',
      group: 'Go to',
      label: 'Applications',
      keys: 'g a',
      run: () => void navigate({ to: '/applications' }),
    },
    {
      id: 'application.add',
      group: 'Applications',
      label: 'New application',
      keys: 'shift+n',
      run: () => {
        const { pathname, search } = router.state.location
        // What is filtered there stays.
        const kept = pathname === '/applications' ? readApplicationsSearch({ ...search }) : {}
        void navigate({ to: '/applications', search: { ...kept, add: 'open' } })
      },
    },
    {
      id: 'go.documents',
      group: 'Go to',
      label: 'Documents: résumés and letters',
      keys: 'g w',
      run: () => void navigate({ to: '/documents' }),
    },
    {
      id: 'document.resume',
      group: 'Documents',
      label: 'New résumé',
      run: () => void navigate({ to: '/documents', search: { add: 'resume' } }),
    },
    {
      id: 'document.letter',
      group: 'Documents',
      label: 'New letter',
      run: () => void navigate({ to: '/documents', search: { add: 'letter' } }),
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
    { id: 'go.ai', group: 'Go to', label: 'AI: language models', run: () => void navigate({ to: '/settings/ai' }) },
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
      keys: 'g m',
      run: () => void settings.save({ theme: scheme === 'dark' ? 'light' : 'dark' }),
    },
    { id: 'app.shortcuts', group: 'App', label: 'Show keyboard shortcuts', keys: '?', run: () => setSheetOpen(true) },
    { id: 'app.palette', group: 'App', label: 'Command palette', keys: 'mod+k', isKeyOnly: true, run: togglePalette },
  ]
  useViewedCommands()
  useTransferCommands()
  useCommands([...go, ...discovery, ...other])
  return { isPaletteOpen, togglePalette, closePalette, isSheetOpen, closeSheet }
}
