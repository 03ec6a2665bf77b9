/** True in the one-file build that opens from `file://`. */
declare const __SINGLE_FILE__: boolean

/** Version of the app, from package.json. */
declare const __APP_VERSION__: string
