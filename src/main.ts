import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './locales/i18n'
import { makeRouter } from './router'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/elementPlus.css'
import './styles/print.css'

createApp(App).use(createPinia()).use(i18n).use(makeRouter()).mount('#app')
