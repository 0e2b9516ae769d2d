using Amazon.CDK.AWS.IAM;
using Amazon.JSII.Runtime.Deputy;

namespace BlueGreenServerless.Cdk.Checks;

/// <summary>Stops synthesis when a policy allows everything of a service, or something on everything that is not on the list with a reason.</summary>
public sealed class LeastPrivilege : DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        if (node is CfnPolicy policy)
        {
            foreach (var fault in PolicyFaults.Of(Stack.Of(node).Resolve(policy.PolicyDocument)))
            {
                Annotations.Of(node).AddError(fault);
            }
        }
    }
}
