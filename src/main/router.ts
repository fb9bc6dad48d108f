import type { ApplicationsService } from './domains/applications/applications.service.ts'
import type { PartServices } from './domains/applications/parts/parts.service.ts'
import type { HealthService } from './domains/health/health.service.ts'
import type { CoverageService } from './domains/jobs/coverage/coverage.service.ts'
import type { DedupService } from './domains/jobs/dedup/dedup.service.ts'
import type { EmployersService } from './domains/jobs/employers/employers.service.ts'
import type { IntakeService } from './domains/jobs/intake/intake.service.ts'
import type { JobsService } from './domains/jobs/jobs.service.ts'
import type { PermitsService } from './domains/jobs/permits/permits.service.ts'
import type { RelatedService } from './domains/jobs/related/related.service.ts'
import type { ReadingService } from './domains/jobs/reading/reading.service.ts'
import type { DiscoveryService } from './domains/jobs/runs/discovery.service.ts'
import type { SearchesService } from './domains/jobs/searches/searches.service.ts'
import type { SponsorsService } from './domains/jobs/sponsors/sponsors.service.ts'
import type { RatesService } from './domains/money/rates.service.ts'
import type { SuggestService } from './domains/jobs/suggest/suggest.service.ts'
import type { NotificationsService } from './domains/notifications/notifications.service.ts'
import type { ProfileService } from './domains/profile/profile.service.ts'
import type { ExperimentsService } from './domains/recommendations/experiments/experiments.service.ts'
import type { RecommendationsService } from './domains/recommendations/recommendations.service.ts'
import type { SchedulerService } from './domains/scheduler/scheduler.service.ts'
import type { SecretsService } from './domains/settings/secrets.service.ts'
import type { SettingsService } from './domains/settings/settings.service.ts'
import type { EventBus } from './infra/events.ts'
import type { Log } from './infra/log/log.ts'
import { applicationRoutes } from './router/applications.routes.ts'
import { applicationPartRoutes } from './router/application-parts.routes.ts'
import { applicationTransferRoutes, type ApplicationTransferServices } from './router/application-transfer.routes.ts'
import { aiRoutes, type AiServices } from './router/ai.routes.ts'
import { createBase } from './router/base.ts'
import { briefingRoutes, type BriefingServices } from './router/briefings.routes.ts'
import { careerRoutes, type CareerServices } from './router/career.routes.ts'
import { resumeImportRoutes, type ResumeImportServices } from './router/resume-import.routes.ts'
import { documentRoutes, type DocumentServices } from './router/documents.routes.ts'
import { notificationRoutes } from './router/notifications.routes.ts'
import { tailoringRoutes, type TailoringServices } from './router/tailoring.routes.ts'
import { writingRoutes, type WritingServices } from './router/writing.routes.ts'

export interface Services
  extends
    PartServices,
    ApplicationTransferServices,
    BriefingServices,
    CareerServices,
    ResumeImportServices,
    DocumentServices,
    TailoringServices,
    AiServices,
    WritingServices {
  readonly applications: ApplicationsService
  readonly log: Log
  readonly events: EventBus
  readonly jobs: JobsService
  readonly related: RelatedService
  readonly suggest: SuggestService
  readonly permits: PermitsService
  readonly rates: RatesService
  readonly dedup: DedupService
  readonly reading: ReadingService
  readonly profile: ProfileService
  readonly recommendations: RecommendationsService
  readonly experiments: ExperimentsService
  readonly searches: SearchesService
  readonly discovery: DiscoveryService
  readonly coverage: CoverageService
  readonly intake: IntakeService
  readonly employers: EmployersService
  readonly sponsors: SponsorsService
  readonly schedule: SchedulerService
  readonly settings: SettingsService
  readonly secrets: SecretsService
  readonly health: HealthService
  readonly notifications: NotificationsService
}

/** The contract, answered by the services. */
export function createRouter(services: Services) {
  const {
    jobs,
    related,
    suggest,
    dedup,
    permits,
    rates,
    reading,
    profile,
    recommendations,
    experiments,
    searches,
    discovery,
    coverage,
    intake,
    employers,
    sponsors,
    schedule,
    settings,
    secrets,
    health,
    events,
    log,
  } = services
  const os = createBase(log)

  return os.router({
    ...applicationRoutes(os, services),
    ...applicationPartRoutes(os, services),
    ...applicationTransferRoutes(os, services),
    ...notificationRoutes(os, services),
    ...briefingRoutes(os, services),
    ...aiRoutes(os, services),
    ...careerRoutes(os, services),
    ...resumeImportRoutes(os, services),
    ...documentRoutes(os, services),
    ...tailoringRoutes(os, services),
    ...writingRoutes(os, services),
    jobs: {
      search: os.jobs.search.handler(({ input }) => jobs.search(input)),
      facets: os.jobs.facets.handler(({ input }) => jobs.facets(input)),
      suggest: os.jobs.suggest.handler(({ input }) => suggest.suggest(input)),
      get: os.jobs.get.handler(({ input }) => jobs.get(input.id)),
      save: os.jobs.save.handler(({ input }) => jobs.save(input)),
      hide: os.jobs.hide.handler(({ input }) => jobs.hide(input)),
      markMany: os.jobs.markMany.handler(({ input }) => related.markMany(input.marks)),
      similar: os.jobs.similar.handler(({ input }) => related.similar(input)),
      othersOf: os.jobs.othersOf.handler(({ input }) => related.othersOf(input)),
      viewed: os.jobs.viewed.handler(({ input }) => related.viewed(input.limit)),
      noteViewed: os.jobs.noteViewed.handler(({ input }) => related.noteViewed(input.id)),
      correct: os.jobs.correct.handler(({ input }) => {
        reading.correct(input.id, input.correction)
        return jobs.get(input.id)
      }),
      uncorrect: os.jobs.uncorrect.handler(({ input }) => {
        reading.uncorrect(input.id, input.field)
        return jobs.get(input.id)
      }),
    },
    dedup: {
      separate: os.dedup.separate.handler(({ input }) => dedup.separate(input.postingId)),
      join: os.dedup.join.handler(({ input }) => {
        dedup.join(input, input.intoJobId)
        return { jobId: input.intoJobId }
      }),
      metrics: os.dedup.metrics.handler(() => dedup.metrics()),
      backfill: os.dedup.backfill.handler(() => dedup.backfill()),
      startBackfill: os.dedup.startBackfill.handler(({ input }) => dedup.startBackfill(input)),
      stopBackfill: os.dedup.stopBackfill.handler(() => dedup.stopBackfill()),
    },
    money: {
      rates: os.money.rates.handler(() => rates.view()),
      refresh: os.money.refresh.handler(() => rates.refresh()),
    },
    permits: { check: os.permits.check.handler(({ input }) => permits.check(input.jobId)) },
    searches: {
      list: os.searches.list.handler(() => searches.list()),
      create: os.searches.create.handler(({ input }) => searches.create(input)),
      update: os.searches.update.handler(({ input }) => searches.update(input)),
      remove: os.searches.remove.handler(({ input }) => searches.remove(input.id)),
      restore: os.searches.restore.handler(({ input }) => searches.restore(input)),
      look: os.searches.look.handler(({ input }) => searches.look(input.id)),
      newSince: os.searches.newSince.handler(({ input }) => searches.newSince(input)),
      dryRun: os.searches.dryRun.handler(({ input }) => searches.dryRun(input)),
    },
    reading: {
      state: os.reading.state.handler(() => reading.state()),
      start: os.reading.start.handler(({ input }) => reading.start(input)),
      stop: os.reading.stop.handler(() => reading.stop()),
    },
    profile: {
      get: os.profile.get.handler(() => profile.get()),
      update: os.profile.update.handler(({ input }) => profile.update(input)),
    },
    recommendations: {
      list: os.recommendations.list.handler(({ input }) => recommendations.list(input)),
      preview: os.recommendations.preview.handler(({ input }) => recommendations.preview(input)),
      explain: os.recommendations.explain.handler(({ input }) => recommendations.explain(input)),
      weights: os.recommendations.weights.handler(() => recommendations.weights()),
      setWeights: os.recommendations.setWeights.handler(({ input }) => recommendations.setWeights(input.weights)),
      setLearning: os.recommendations.setLearning.handler(({ input }) => recommendations.setLearning(input.isOn)),
      forgetLearned: os.recommendations.forgetLearned.handler(() => recommendations.forgetLearned()),
      restoreLearned: os.recommendations.restoreLearned.handler(({ input }) =>
        recommendations.restoreLearned(input.learnsFrom),
      ),
      skillGaps: os.recommendations.skillGaps.handler(({ input }) => recommendations.skillGaps(input)),
    },
    experiments: {
      list: os.experiments.list.handler(() => experiments.list()),
      start: os.experiments.start.handler(({ input }) => experiments.start(input)),
      stop: os.experiments.stop.handler(({ input }) => experiments.stop(input.id)),
      resume: os.experiments.resume.handler(({ input }) => experiments.resume(input.id)),
      record: os.experiments.record.handler(({ input }) => experiments.record(input)),
    },
    discovery: {
      sources: os.discovery.sources.handler(() => discovery.sources()),
      testSource: os.discovery.testSource.handler(({ input }) => discovery.testSource(input.sourceId)),
      start: os.discovery.start.handler(({ input }) => discovery.start(input)),
      retryFailed: os.discovery.retryFailed.handler(({ input }) => discovery.retryFailed(input.runId)),
      cancel: os.discovery.cancel.handler(({ input }) => discovery.cancel(input.runId)),
      runs: os.discovery.runs.handler(({ input }) => discovery.runs(input.limit)),
      run: os.discovery.run.handler(({ input }) => discovery.run(input.runId)),
    },
    intake: {
      read: os.intake.read.handler(({ input }) => intake.read(input.text)),
      preview: os.intake.preview.handler(({ input }) => intake.preview(input)),
      add: os.intake.add.handler(({ input }) => intake.add(input)),
    },
    employers: {
      list: os.employers.list.handler(() => employers.list()),
      recognise: os.employers.recognise.handler(({ input }) => employers.recognise(input.text)),
      add: os.employers.add.handler(({ input }) => employers.add(input)),
      setOn: os.employers.setOn.handler(({ input }) => employers.setOn(input)),
      remove: os.employers.remove.handler(({ input }) => employers.remove(input)),
    },
    sponsors: {
      list: os.sponsors.list.handler(() => sponsors.list()),
      refresh: os.sponsors.refresh.handler(({ input }) => sponsors.refresh(input.register)),
      import: os.sponsors.import.handler(({ input: { base64, ...file } }) =>
        sponsors.import({ ...file, bytes: Buffer.from(base64, 'base64') }),
      ),
      match: os.sponsors.match.handler(({ input }) => sponsors.match(input)),
    },
    coverage: {
      get: os.coverage.get.handler(() => coverage.get()),
      quality: os.coverage.quality.handler(() => coverage.quality()),
    },
    schedule: {
      get: os.schedule.get.handler(() => schedule.get()),
      preview: os.schedule.preview.handler(({ input }) => schedule.preview(input)),
      pause: os.schedule.pause.handler(({ input }) => schedule.pause(input.until)),
    },
    settings: {
      get: os.settings.get.handler(() => settings.get()),
      update: os.settings.update.handler(({ input }) => settings.update(input)),
    },
    secrets: {
      list: os.secrets.list.handler(() => secrets.list()),
      set: os.secrets.set.handler(({ input }) => secrets.set(input)),
      remove: os.secrets.remove.handler(({ input }) => secrets.remove(input.name)),
      test: os.secrets.test.handler(({ input }) => secrets.test(input.name)),
    },
    health: { get: os.health.get.handler(() => health.get()) },
    events: {
      stream: os.events.stream.handler(async function* ({ signal }) {
        // The subscription must exist before 'ready' is said: a client may act on it at once.
        const stream = events.stream(signal)
        yield { type: 'ready' as const }
        yield* stream
      }),
    },
  })
}

export type AppRouter = ReturnType<typeof createRouter>
