import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { Api } from '../bridge/api.tsx'
import { readCompareSearch } from '../features/jobs/compare-url.ts'
import { readJobsSearch } from '../features/jobs/jobs-url.ts'
import { readMatchSearch } from '../features/recommendations/match-url.ts'
import { AppFrame } from './frame.tsx'
import { Opening, ScreenProblem, UnknownAddress } from './screens.tsx'
import { parseSearch, stringifySearch } from './search-params.ts'

interface RouterContext {
  readonly api: Api
  readonly queryClient: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: UnknownAddress })

async function isOnboarded({ api, queryClient }: RouterContext): Promise<boolean> {
  const settings = await queryClient.ensureQueryData(api.settings.get.queryOptions())
  return settings.onboardedAt !== null
}

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context }) => {
    if (!(await isOnboarded(context))) throw redirect({ to: '/welcome' })
  },
  component: AppFrame,
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/jobs' })
  },
})

const jobs = createRoute({
  getParentRoute: () => frame,
  path: '/jobs',
  validateSearch: readJobsSearch,
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
})

const forYou = createRoute({
  getParentRoute: () => frame,
  path: '/for-you',
  validateSearch: readMatchSearch,
  component: lazyRouteComponent(() => import('../features/recommendations/for-you-page.tsx'), 'ForYouPage'),
})

const skillGaps = createRoute({
  getParentRoute: () => frame,
  path: '/for-you/skills',
  component: lazyRouteComponent(() => import('../features/recommendations/skill-gaps-page.tsx'), 'SkillGapsPage'),
})

const experiments = createRoute({
  getParentRoute: () => frame,
  path: '/for-you/experiments',
  component: lazyRouteComponent(() => import('../features/experiments/experiments-page.tsx'), 'ExperimentsPage'),
})

const profile = createRoute({
  getParentRoute: () => frame,
  path: '/profile',
  component: lazyRouteComponent(() => import('../features/profile/profile-page.tsx'), 'ProfilePage'),
})

const compare = createRoute({
  getParentRoute: () => frame,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('../features/jobs/compare-page.tsx'), 'ComparePage'),
})

const recent = createRoute({
  getParentRoute: () => frame,
  path: '/recent',
  component: lazyRouteComponent(() => import('../features/jobs/recent-page.tsx'), 'RecentPage'),
})

const discover = createRoute({
  getParentRoute: () => frame,
  path: '/discover',
  component: lazyRouteComponent(() => import('../features/discover/discover-page.tsx'), 'DiscoverPage'),
})

const coverage = createRoute({
  getParentRoute: () => frame,
  path: '/discover/coverage',
  component: lazyRouteComponent(() => import('../features/discover/coverage-page.tsx'), 'CoveragePage'),
})

const quality = createRoute({
  getParentRoute: () => frame,
  path: '/discover/quality',
  component: lazyRouteComponent(() => import('../features/discover/quality-page.tsx'), 'QualityPage'),
})

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
})

const settingsSources = createRoute({
  getParentRoute: () => frame,
  path: '/settings/sources',
  component: lazyRouteComponent(() => import('../features/settings/sources-page.tsx'), 'SourcesPage'),
})

const settingsSchedule = createRoute({
  getParentRoute: () => frame,
  path: '/settings/schedule',
  component: lazyRouteComponent(() => import('../features/settings/schedule-page.tsx'), 'SchedulePage'),
})

const settingsKeys = createRoute({
  getParentRoute: () => frame,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('../features/settings/keys-page.tsx'), 'KeysPage'),
})

const settingsSponsors = createRoute({
  getParentRoute: () => frame,
  path: '/settings/sponsors',
  component: lazyRouteComponent(() => import('../features/settings/sponsors-page.tsx'), 'SponsorsPage'),
})

const add = createRoute({
  getParentRoute: () => frame,
  path: '/add',
  component: lazyRouteComponent(() => import('../features/intake/add-page.tsx'), 'AddPage'),
})

const searches = createRoute({
  getParentRoute: () => frame,
  path: '/searches',
  component: lazyRouteComponent(() => import('../features/searches/searches-page.tsx'), 'SearchesPage'),
})

const employers = createRoute({
  getParentRoute: () => frame,
  path: '/employers',
  component: lazyRouteComponent(() => import('../features/employers/employers-page.tsx'), 'EmployersPage'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: async ({ context }) => {
    if (await isOnboarded(context)) throw redirect({ to: '/jobs' })
  },
  component: lazyRouteComponent(() => import('../features/onboarding/welcome-page.tsx'), 'WelcomePage'),
})

const routeTree = root.addChildren([
  start,
  frame.addChildren([
    jobs,
    searches,
    compare,
    recent,
    forYou,
    skillGaps,
    experiments,
    profile,
    add,
    discover,
    coverage,
    quality,
    employers,
    settings,
    settingsSources,
    settingsSchedule,
    settingsKeys,
    settingsSponsors,
  ]),
  welcome,
])

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: Opening,
    defaultErrorComponent: ScreenProblem,
    defaultNotFoundComponent: UnknownAddress,
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
