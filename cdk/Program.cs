using BlueGreenServerless.Cdk;

var app = new App();
_ = Deployment.Of(app, DeploymentOptions.Of(app.Node));
app.Synth();
