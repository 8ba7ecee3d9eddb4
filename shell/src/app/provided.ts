// The shared modules that the shell itself does not import, but micro-frontends do: named here, they are provided.
import '@arcade/mfe-kit/form';
import '@arcade/mfe-kit/graph-document';
