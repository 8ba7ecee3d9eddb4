import { graphqlCodegen } from '@arcade/mfe-kit/codegen';

export default graphqlCodegen();
