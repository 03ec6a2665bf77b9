import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { loadPageTexts } from './locales/i18n'
import type { IconName } from './components/icons/iconPaths'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name in `shell.rail`; also the document's title. */
    title: string
    /** A page with an icon stands in the left rail, in the order of this list. */
    icon?: IconName
    /** The page reads `?year=`; the rail carries the year along and the top bar changes it in place. */
    usesYear?: boolean
  }
}

/** Every page loads its own script. The name of a route is the name that links use. */
const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'evaluations',
    component: () => import('./views/EvaluationListView.vue'),
    meta: { title: 'evaluations', icon: 'list', usesYear: true },
  },
  {
    path: '/overview',
    name: 'overview',
    component: () => import('./views/OverviewView.vue'),
    meta: { title: 'overview', icon: 'overview', usesYear: true },
  },
  {
    path: '/evaluations/:id',
    name: 'evaluation',
    component: () => import('./views/EvaluationView.vue'),
    props: true,
    meta: { title: 'evaluations' },
  },
  {
    path: '/evaluations/:id/report',
    name: 'report',
    component: () => import('./views/ReportView.vue'),
    props: true,
    meta: { title: 'evaluations' },
  },
  {
    path: '/evaluations/:id/monitoring',
    name: 'monitoring',
    component: () => import('./views/MonitoringView.vue'),
    props: true,
    meta: { title: 'evaluations' },
  },
  {
    path: '/evaluations/:id/years',
    name: 'years',
    component: () => import('./views/YearsView.vue'),
    props: true,
    meta: { title: 'evaluations' },
  },
  {
    path: '/review/:id?',
    name: 'review',
    component: () => import('./views/ReviewView.vue'),
    props: true,
    meta: { title: 'review', icon: 'review' },
  },
  {
    path: '/rectification/:id?',
    name: 'rectification',
    component: () => import('./views/RectificationView.vue'),
    props: true,
    meta: { title: 'rectification', icon: 'rectification' },
  },
  {
    path: '/import',
    name: 'import',
    component: () => import('./views/ImportView.vue'),
    meta: { title: 'import', icon: 'import' },
  },
  {
    path: '/import/:id',
    name: 'import-draft',
    component: () => import('./views/ImportDraftView.vue'),
    props: true,
    meta: { title: 'import' },
  },
  {
    path: '/profiles/:id?',
    name: 'profiles',
    component: () => import('./views/ProfilesView.vue'),
    meta: { title: 'profiles', icon: 'profile' },
  },
  {
    path: '/library',
    name: 'library',
    component: () => import('./views/LibraryView.vue'),
    meta: { title: 'library', icon: 'library' },
  },
  {
    path: '/safety',
    name: 'safety',
    component: () => import('./views/SafetyView.vue'),
    meta: { title: 'safety', icon: 'safety' },
  },
  {
    path: '/merge',
    name: 'merge',
    component: () => import('./views/MergeView.vue'),
    meta: { title: 'merge' },
  },
  {
    path: '/help',
    name: 'help',
    component: () => import('./views/HelpView.vue'),
    meta: { title: 'help', icon: 'help' },
  },
  {
    path: '/:path(.*)*',
    name: 'not-found',
    component: () => import('./views/NotFoundView.vue'),
    meta: { title: 'evaluations' },
  },
]

/** Hash addresses: they work from a sub-folder, a static host without rewrites, and `file://`. */
export function makeRouter(): Router {
  const router = createRouter({ history: createWebHashHistory(), routes })
  // The list is the first page and brings its texts along.
  router.beforeEach(async ({ name }) => {
    if (name !== 'evaluations') await loadPageTexts()
  })
  return router
}

/**
 * Begins to load script and texts of the page that the address names, while the database opens. What
 * fails here is loaded again, and said, when the page is entered.
 */
export function preloadPage(router: Router): void {
  const { name, matched } = router.resolve(window.location.hash.slice(1) || '/')
  const nothing = () => undefined
  if (name !== 'evaluations') loadPageTexts().catch(nothing)
  for (const { components } of matched) {
    const load: unknown = components?.['default']
    if (typeof load === 'function') (load as () => Promise<unknown>)().catch(nothing)
  }
}
