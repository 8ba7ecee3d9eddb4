/** The field in which a plain form says which release its page was made with, as `mfe-order@1.4.0`: that one answers. */
export const releaseField = 'arcade-release';
/** The field in which a plain form says where the visitor comes back to: a path below the locale. */
export const returnField = 'arcade-return';
