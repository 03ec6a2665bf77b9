import { createRouter, createWebHashHistory, type Router } from 'vue-router'

/** Hash addresses: they work from a sub-folder, a static host without rewrites, and `file://`. */
export function makeRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      {
        path: '/',
        name: 'evaluations',
        component: () => import('./views/EvaluationListView.vue'),
      },
    ],
  })
}
