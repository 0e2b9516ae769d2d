global using Amazon.CDK;
global using Constructs;
global using Function = Amazon.CDK.AWS.Lambda.Function;
global using FunctionProps = Amazon.CDK.AWS.Lambda.FunctionProps;
global using IFunction = Amazon.CDK.AWS.Lambda.IFunction;
