import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { Api } from '../bridge/api.tsx'
import { loadView } from '../features/applications/page/views.ts'
import { readApplicationsSearch, toView } from '../features/applications/view/applications-url.ts'
import { readDocumentsSearch } from '../features/documents/list/documents-url.ts'
import { readTailorSearch } from '../features/documents/tailor/tailor-url.ts'
import { readCompareSearch } from '../features/jobs/compare/compare-url.ts'
import { readJobsSearch } from '../features/jobs/view/jobs-url.ts'
import { readMatchSearch } from '../features/recommendations/match-url.ts'
import { isEvening } from '../features/briefings/evening.ts'
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
  component: lazyRouteComponent(() => import('../features/jobs/page/jobs-page.tsx'), 'JobsPage'),
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

const career = createRoute({
  getParentRoute: () => frame,
  path: '/profile/career',
  component: lazyRouteComponent(() => import('../features/profile/career/career-page.tsx'), 'CareerPage'),
})

const careerImport = createRoute({
  getParentRoute: () => frame,
  path: '/profile/import',
  component: lazyRouteComponent(() => import('../features/profile/import/import-page.tsx'), 'CareerImportPage'),
})

const compare = createRoute({
  getParentRoute: () => frame,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('../features/jobs/compare/compare-page.tsx'), 'ComparePage'),
})

const recent = createRoute({
  getParentRoute: () => frame,
  path: '/recent',
  component: lazyRouteComponent(() => import('../features/jobs/recent/recent-page.tsx'), 'RecentPage'),
})

const applications = createRoute({
  getParentRoute: () => frame,
  path: '/applications',
  validateSearch: readApplicationsSearch,
  loaderDeps: ({ search }) => ({ view: toView(search).view }),
  loader: ({ deps }) => loadView(deps.view),
  component: lazyRouteComponent(
    () => import('../features/applications/page/applications-page.tsx'),
    'ApplicationsPage',
  ),
})

const offers = createRoute({
  getParentRoute: () => frame,
  path: '/applications/offers',
  component: lazyRouteComponent(() => import('../features/applications/offers/offers-page.tsx'), 'OffersPage'),
})

const applicationsImport = createRoute({
  getParentRoute: () => frame,
  path: '/applications/import',
  component: lazyRouteComponent(() => import('../features/applications/transfer/import-page.tsx'), 'ImportPage'),
})

const application = createRoute({
  getParentRoute: () => frame,
  path: '/applications/$id',
  component: lazyRouteComponent(
    () => import('../features/applications/detail/application-page.tsx'),
    'ApplicationPage',
  ),
})

const documents = createRoute({
  getParentRoute: () => frame,
  path: '/documents',
  validateSearch: readDocumentsSearch,
  component: lazyRouteComponent(() => import('../features/documents/list/documents-page.tsx'), 'DocumentsPage'),
})

const tailor = createRoute({
  getParentRoute: () => frame,
  path: '/documents/tailor',
  validateSearch: readTailorSearch,
  component: lazyRouteComponent(() => import('../features/documents/tailor/tailor-page.tsx'), 'TailorPage'),
})

const document = createRoute({
  getParentRoute: () => frame,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('../features/documents/editor/document-page.tsx'), 'DocumentPage'),
})

const documentVersions = createRoute({
  getParentRoute: () => frame,
  path: '/documents/$id/versions',
  component: lazyRouteComponent(() => import('../features/documents/versions/versions-page.tsx'), 'VersionsPage'),
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

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/notifications/inbox/inbox-page.tsx'), 'InboxPage'),
})

const briefing = createRoute({
  getParentRoute: () => frame,
  path: '/briefing',
  beforeLoad: async ({ context }) => {
    const { timeZone } = await context.queryClient.ensureQueryData(context.api.settings.get.queryOptions())
    throw redirect({ to: isEvening(Date.now(), timeZone) ? '/briefing/evening' : '/briefing/morning' })
  },
})

const briefingMorning = createRoute({
  getParentRoute: () => frame,
  path: '/briefing/morning',
  component: lazyRouteComponent(() => import('../features/briefings/page/briefing-pages.tsx'), 'MorningPage'),
})

const briefingEvening = createRoute({
  getParentRoute: () => frame,
  path: '/briefing/evening',
  component: lazyRouteComponent(() => import('../features/briefings/page/briefing-pages.tsx'), 'EveningPage'),
})

const briefingWeek = createRoute({
  getParentRoute: () => frame,
  path: '/briefing/week',
  component: lazyRouteComponent(() => import('../features/briefings/page/briefing-pages.tsx'), 'WeekPage'),
})

const briefingPast = createRoute({
  getParentRoute: () => frame,
  path: '/briefing/past',
  component: lazyRouteComponent(() => import('../features/briefings/page/past-page.tsx'), 'PastPage'),
})

const briefingAchievements = createRoute({
  getParentRoute: () => frame,
  path: '/briefing/achievements',
  component: lazyRouteComponent(
    () => import('../features/briefings/achievements/achievements-page.tsx'),
    'AchievementsPage',
  ),
})

const pastBriefing = createRoute({
  getParentRoute: () => frame,
  path: '/briefing/$id',
  component: lazyRouteComponent(() => import('../features/briefings/page/past-briefing-page.tsx'), 'PastBriefingPage'),
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

const settingsAi = createRoute({
  getParentRoute: () => frame,
  path: '/settings/ai',
  component: lazyRouteComponent(() => import('../features/settings/ai/ai-page.tsx'), 'AiPage'),
})

const settingsAiCalls = createRoute({
  getParentRoute: () => frame,
  path: '/settings/ai/calls',
  component: lazyRouteComponent(() => import('../features/settings/ai/calls-page.tsx'), 'CallsPage'),
})

const settingsAiPrompts = createRoute({
  getParentRoute: () => frame,
  path: '/settings/ai/prompts',
  component: lazyRouteComponent(() => import('../features/settings/ai/prompts-page.tsx'), 'PromptsPage'),
})

const settingsSponsors = createRoute({
  getParentRoute: () => frame,
  path: '/settings/sponsors',
  component: lazyRouteComponent(() => import('../features/settings/sponsors-page.tsx'), 'SponsorsPage'),
})

const settingsNotifications = createRoute({
  getParentRoute: () => frame,
  path: '/settings/notifications',
  component: lazyRouteComponent(
    () => import('../features/settings/notifications/notifications-page.tsx'),
    'NotificationsPage',
  ),
})

const settingsDeliveries = createRoute({
  getParentRoute: () => frame,
  path: '/settings/notifications/deliveries',
  component: lazyRouteComponent(
    () => import('../features/settings/notifications/deliveries/deliveries-page.tsx'),
    'DeliveriesPage',
  ),
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
    career,
    careerImport,
    add,
    applications,
    offers,
    applicationsImport,
    application,
    documents,
    tailor,
    document,
    documentVersions,
    discover,
    coverage,
    quality,
    employers,
    settings,
    settingsSources,
    settingsSchedule,
    settingsKeys,
    settingsAi,
    settingsAiCalls,
    settingsAiPrompts,
    settingsSponsors,
    settingsNotifications,
    settingsDeliveries,
    inbox,
    briefing,
    briefingMorning,
    briefingEvening,
    briefingWeek,
    briefingPast,
    briefingAchievements,
    pastBriefing,
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
